package dev.ponder.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** Looks at a database file before anybody relies on it. */
final class StoreCheck {

    private static final String NO_FAULT = "ok";

    /** Of a virtual table, those that hold it. */
    private static final String TABLES =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'";

    private StoreCheck() {}

    /**
     * Checks a file that nobody has open without changing it or the log beside it.
     *
     * @param latest the latest schema version that is known
     * @throws StoreException.Newer when the file's is later; nothing else was looked at then
     * @throws StoreException.Damaged when SQLite finds a fault
     */
    static void requireUsable(StoreFiles files, int latest) throws SQLException, IOException, StoreException {
        boolean hasLog = Files.exists(files.log()) && Files.size(files.log()) > 0;
        // after a crash the version itself may be in the log alone
        try (var connection =
                hasLog ? Connections.readOnly(files.database()) : Connections.untouching(files.database())) {
            int found = Connections.integer(connection, "PRAGMA user_version");
            if (found > latest) {
                throw new StoreException.Newer(found, latest);
            }
            // with a log the file itself may end anywhere: the log has the rest
            var fault = hasLog ? firstFault(connection) : firstFault(connection, files.database());
            if (!fault.equals(NO_FAULT)) {
                throw SqlFailure.damaged(files, new SQLException(fault));
            }
        }
    }

    /** Whether a database that nobody has open is whole and holds a store. */
    static boolean isIntact(Path database) throws IOException {
        try (var connection = Connections.untouching(database)) {
            return Connections.integer(connection, "PRAGMA user_version") > 0
                    && firstFault(connection, database).equals(NO_FAULT);
        } catch (SQLException _) {
            // what SQLite cannot open is not intact
            return false;
        }
    }

    private static String firstFault(Connection connection, Path database) throws SQLException, IOException {
        // SQLite fills a page that is cut off with zeros without a word
        return Files.size(database) % Connections.integer(connection, "PRAGMA page_size") == 0
                ? firstFault(connection)
                : "the file ends inside a page";
    }

    /**
     * What SQLite finds wrong first. Reads the whole file, but compares no index with its table; of an index of words only
     * the pages are looked at, since reading a large one word by word takes many seconds.
     */
    private static String firstFault(Connection connection) throws SQLException {
        // this one looks at the list of free pages too
        var fault = Connections.text(connection, "PRAGMA quick_check(sqlite_schema)");
        for (var table : Sql.all(connection, TABLES, row -> row.getString(1))) {
            if (!fault.equals(NO_FAULT)) {
                break;
            }
            fault = Connections.text(connection, "PRAGMA quick_check(\"" + table + "\")");
        }
        return fault;
    }
}
