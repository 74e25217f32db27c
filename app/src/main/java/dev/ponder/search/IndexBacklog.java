package dev.ponder.search;

import dev.ponder.store.Sql;
import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * Puts into the index what an earlier version wrote, the newest first, in steps between which others can write. Where the
 * program ends meanwhile, the next start goes on.
 */
public final class IndexBacklog {

    private static final int STEP = 200;
    /** Pages that are tidied in one go. */
    private static final int MERGED_PAGES = 500;

    private record Text(long id, String said, String thought) {}

    private final Store store;

    /** The backlog of a store. */
    public IndexBacklog(Store store) {
        this.store = store;
    }

    /** Whether something is not in the index yet. */
    public boolean isLeft() throws StoreException {
        return store.read(IndexBacklog::isLeft);
    }

    /** Works it off, and tidies the index. Blocks; for a thread with nothing better to do. */
    public void workOff() throws StoreException {
        boolean more = true;
        while (more) {
            more = store.write(IndexBacklog::step);
        }
        for (var index : List.of("said_index", "thought_index")) {
            store.write(connection -> Sql.update(
                    connection, "INSERT INTO %1$s (%1$s, rank) VALUES ('merge', ?)".formatted(index), MERGED_PAGES));
        }
    }

    static boolean isLeft(Connection connection) throws SQLException {
        return Sql.one(connection, "SELECT 1 FROM index_backlog LIMIT 1", row -> true)
                .isPresent();
    }

    private static boolean step(Connection connection) throws SQLException {
        var messages = next(
                connection,
                "MESSAGES",
                "SELECT id, content, reasoning FROM messages WHERE id <= ? AND state <> 'STREAMING' ORDER BY id DESC"
                        + " LIMIT ?");
        for (var text : messages) {
            SearchIndex.putMessage(connection, text.id(), text.said(), text.thought());
        }
        var titles = next(
                connection, "TITLES", "SELECT id, title, '' FROM conversations WHERE id <= ? ORDER BY id DESC LIMIT ?");
        for (var text : titles) {
            SearchIndex.putTitle(connection, text.id(), text.said());
        }
        return !messages.isEmpty() || !titles.isEmpty();
    }

    private static List<Text> next(Connection connection, String kind, String query) throws SQLException {
        var upTo = Sql.one(connection, "SELECT up_to FROM index_backlog WHERE kind = ?", row -> row.getLong(1), kind);
        if (upTo.isEmpty()) {
            return List.of();
        }
        var texts = Sql.all(
                connection,
                query,
                row -> new Text(row.getLong(1), row.getString(2), row.getString(3)),
                upTo.get(),
                STEP);
        if (texts.isEmpty()) {
            Sql.update(connection, "DELETE FROM index_backlog WHERE kind = ?", kind);
        } else {
            Sql.update(
                    connection,
                    "UPDATE index_backlog SET up_to = ? WHERE kind = ?",
                    texts.getLast().id() - 1,
                    kind);
        }
        return texts;
    }
}
