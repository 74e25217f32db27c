package dev.ponder.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Runs work between a begin and a commit; whatever goes wrong, nothing of it stays. */
final class Transactions {

    private Transactions() {}

    /** Work that writes. Takes the lock first, so that it cannot lose it half way. */
    static <T> T writing(Connection connection, SqlWork<T> work) throws SQLException {
        return run(connection, "BEGIN IMMEDIATE", work);
    }

    /** Work that reads: all of it sees one state. */
    static <T> T reading(Connection connection, SqlWork<T> work) throws SQLException {
        return run(connection, "BEGIN", work);
    }

    private static <T> T run(Connection connection, String begin, SqlWork<T> work) throws SQLException {
        execute(connection, begin);
        try {
            T result = work.run(connection);
            execute(connection, "COMMIT");
            return result;
        } catch (SQLException | RuntimeException e) {
            rollback(connection, e);
            throw e;
        }
    }

    static void rollback(Connection connection, Exception because) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            // on a full disk SQLite rolls back by itself and has no transaction left to end
            because.addSuppressed(e);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
