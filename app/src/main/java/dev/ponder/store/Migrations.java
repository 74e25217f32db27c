package dev.ponder.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/**
 * The steps that bring an older schema up to date. Step n leads from schema version n - 1 to n; a step that was released
 * never changes.
 *
 * @param scripts SQL of each step, the first being number 1
 */
record Migrations(List<String> scripts) {

    /** The steps' files beside this class, in order. */
    static final List<String> FILES = List.of(
            "V001__conversations.sql",
            "V002__thinking.sql",
            "V003__keeping.sql",
            "V004__writing.sql",
            "V005__branches.sql");

    Migrations {
        scripts = List.copyOf(scripts);
    }

    /** Those of this program. */
    static Migrations ofThisProgram() {
        return new Migrations(FILES.stream().map(Migrations::script).toList());
    }

    /** The version that the last step leads to. */
    int latest() {
        return scripts.size();
    }

    /**
     * Applies what is missing, each step in one transaction with its number. Call with foreign keys off: a step may
     * rebuild a table that others point to.
     */
    void apply(Connection connection) throws SQLException {
        for (int step = Connections.integer(connection, "PRAGMA user_version") + 1; step <= latest(); step++) {
            apply(connection, step);
        }
    }

    private void apply(Connection connection, int step) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                statement.executeUpdate(scripts.get(step - 1));
                statement.execute("PRAGMA user_version = " + step);
                requireReferences(connection, step);
                statement.execute("COMMIT");
            } catch (SQLException e) {
                Transactions.rollback(connection, e);
                throw e;
            }
        }
    }

    private static void requireReferences(Connection connection, int step) throws SQLException {
        try (var statement = connection.createStatement();
                var broken = statement.executeQuery("PRAGMA foreign_key_check")) {
            if (broken.next()) {
                throw new SQLException(
                        "step " + step + " leaves a row in " + broken.getString(1) + " that points nowhere");
            }
        }
    }

    private static String script(String name) {
        try (var in = Objects.requireNonNull(Migrations.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
