package dev.ponder.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Something small to keep in a store: conversations whose titles are words. */
final class Notes {

    private Notes() {}

    static void add(Store store, String word) throws StoreException {
        store.write(connection -> {
            add(connection, word);
            return word;
        });
    }

    static void add(Connection connection, String word) throws SQLException {
        Sql.update(connection, """
                INSERT INTO conversations (public_id, title, titled_by, created, updated, thinking, system_prompt, overflow)
                VALUES (hex(randomblob(16)), ?, 'USER', 0, 0, 'OFF', '', 'STOP_AND_ASK')
                """, word);
    }

    static String all(Store store) throws StoreException {
        return store.read(Notes::all);
    }

    static String all(Connection connection) throws SQLException {
        return String.join(
                " ", Sql.all(connection, "SELECT title FROM conversations ORDER BY id", row -> row.getString(1)));
    }
}
