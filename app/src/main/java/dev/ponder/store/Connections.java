package dev.ponder.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Opens SQLite connections, each with all that this program relies on. */
final class Connections {

    private static final int WAIT_FOR_LOCK_MILLIS = 5_000;

    private Connections() {}

    /** The connection that writes. A commit is on the disk when it returns. */
    static Connection writing(Path database) throws SQLException {
        var connection = open(database, "");
        configure(connection, "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL");
        return connection;
    }

    /** A connection that can only read, beside the writing one. */
    static Connection reading(Path database) throws SQLException {
        var connection = open(database, "");
        configure(connection, "PRAGMA query_only = ON");
        return connection;
    }

    /** A connection to make a backup with; one that can only read refuses to write another file too. */
    static Connection copying(Path database) throws SQLException {
        return open(database, "");
    }

    /** A connection that leaves no trace: it takes no lock, makes no file and ignores SQLite's log. */
    static Connection untouching(Path database) throws SQLException {
        return open(database, "?immutable=1");
    }

    /** A connection that cannot write, but sees what only SQLite's log holds so far. */
    static Connection readOnly(Path database) throws SQLException {
        return open(database, "?mode=ro");
    }

    /** A connection to a database that is gone when it closes. */
    static Connection inMemory() throws SQLException {
        SqliteNatives.announce();
        return DriverManager.getConnection("jdbc:sqlite::memory:");
    }

    static void configure(Connection connection, String... pragmas) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (String pragma : pragmas) {
                statement.execute(pragma);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    static int integer(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    static String text(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection open(Path database, String parameters) throws SQLException {
        SqliteNatives.announce();
        // as a URI, since a folder's name may hold a question mark or a percent sign
        var url = "jdbc:sqlite:file:" + database.toUri().getRawPath() + parameters;
        var connection = DriverManager.getConnection(url);
        configure(connection, "PRAGMA busy_timeout = " + WAIT_FOR_LOCK_MILLIS);
        return connection;
    }
}
