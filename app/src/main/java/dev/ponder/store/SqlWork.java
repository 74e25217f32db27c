package dev.ponder.store;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * What is done with the database in one transaction.
 *
 * @param <T> its result
 */
@FunctionalInterface
public interface SqlWork<T> {

    /**
     * Does it. May run again after a failure, so it changes nothing but the database.
     *
     * @param connection inside a transaction; not to be kept, committed or closed
     */
    T run(Connection connection) throws SQLException;
}
