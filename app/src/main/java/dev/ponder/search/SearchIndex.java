package dev.ponder.search;

import dev.ponder.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;

/**
 * The index of words. Every method works inside its caller's transaction, so that the index is true whenever what it is
 * about is.
 */
public final class SearchIndex {

    private SearchIndex() {}

    /** Notes what a message says, in the place of what it said before. */
    public static void putMessage(Connection connection, long id, String said, String thought) throws SQLException {
        put(connection, "said_index", id, said);
        put(connection, "thought_index", id, thought);
    }

    /** Notes a conversation's title, in the place of the one before. */
    public static void putTitle(Connection connection, long id, String title) throws SQLException {
        put(connection, "title_index", id, title);
    }

    private static void put(Connection connection, String index, long id, String text) throws SQLException {
        var words = words(text);
        if (words.isEmpty()) {
            Sql.update(connection, "DELETE FROM " + index + " WHERE rowid = ?", id);
        } else {
            Sql.update(connection, "INSERT OR REPLACE INTO " + index + " (rowid, words) VALUES (?, ?)", id, words);
        }
    }

    /** Each word once: the index does not know where they stand. */
    static String words(String text) {
        if (text.isEmpty()) {
            return "";
        }
        var words = new LinkedHashSet<String>();
        var cursor = new WordCursor(text);
        while (cursor.next()) {
            words.add(cursor.word());
        }
        return String.join(" ", words);
    }
}
