package dev.ponder.chat;

import dev.ponder.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Branches in the trash, in the table of messages: all messages of one bear the time at which it was deleted, so that what
 * was deleted before from within it stays apart. Every method works inside its caller's transaction.
 */
final class BranchTable {

    private static final String BRANCH = """
            WITH RECURSIVE branch (id) AS (
                VALUES (?) UNION ALL SELECT m.id FROM messages m JOIN branch b ON m.parent = b.id
            )
            """;

    private BranchTable() {}

    /**
     * Moves a message and all that follows it to the trash. Where the shown branch went through it, the version beside it is
     * shown, or what stood before it.
     *
     * @throws IllegalStateException while a reply is written on it
     */
    static void delete(Connection connection, Message first, Instant now) throws SQLException {
        boolean writing = Sql.one(
                        connection,
                        BRANCH + "SELECT 1 FROM messages WHERE id IN branch AND state = 'STREAMING'",
                        row -> true,
                        first.id())
                .isPresent();
        if (writing) {
            throw new IllegalStateException("a reply is being written on the branch of message " + first.id());
        }
        var tree = MessageTree.of(MessageTable.of(connection, first.conversation()));
        var shown = tree.branch(ConversationTable.leaf(connection, first.conversation()));
        Sql.update(
                connection,
                BRANCH + "UPDATE messages SET trashed_at = ? WHERE id IN branch AND trashed_at IS NULL",
                first.id(),
                now.toEpochMilli());
        if (shown.stream().anyMatch(message -> message.id() == first.id())) {
            ConversationTable.set(connection, first.conversation(), "leaf", beside(tree, first));
        }
    }

    private static @Nullable Long beside(MessageTree tree, Message first) {
        var versions = tree.siblings(first.id());
        if (versions.all().size() == 1) {
            return first.parent();
        }
        var next = versions.all().get(versions.index() == 0 ? 1 : versions.index() - 1);
        return tree.newestLeaf(next.id()).id();
    }

    /**
     * Takes a branch out of the trash and shows it.
     *
     * @return its conversation; null where the trash holds no such branch
     */
    static @Nullable Long restore(Connection connection, long first) throws SQLException {
        var found = Sql.one(connection, """
                SELECT m.conversation, m.trashed_at FROM messages m LEFT JOIN messages p ON p.id = m.parent
                WHERE m.id = ? AND m.trashed_at IS NOT NULL AND p.trashed_at IS NULL
                """, row -> new long[] {row.getLong(1), row.getLong(2)}, first);
        if (found.isEmpty()) {
            return null;
        }
        long conversation = found.get()[0];
        Sql.update(
                connection,
                BRANCH + "UPDATE messages SET trashed_at = NULL WHERE id IN branch AND trashed_at = ?",
                first,
                found.get()[1]);
        var tree = MessageTree.of(MessageTable.of(connection, conversation));
        ConversationTable.show(connection, conversation, tree.newestLeaf(first).id());
        return conversation;
    }

    /** Those of conversations that are not in the trash themselves; the one deleted last first. */
    static List<TrashedBranch> list(Connection connection) throws SQLException {
        return Sql.all(connection, """
                SELECT m.id, m.conversation, c.title, substr(m.content, 1, %d) AS opening, m.trashed_at,
                       (WITH RECURSIVE branch (id) AS (
                            VALUES (m.id) UNION ALL SELECT n.id FROM messages n JOIN branch b ON n.parent = b.id
                        )
                        SELECT count(*) FROM messages n WHERE n.id IN branch AND n.trashed_at = m.trashed_at) AS messages
                FROM messages m JOIN conversations c ON c.id = m.conversation LEFT JOIN messages p ON p.id = m.parent
                WHERE m.trashed_at IS NOT NULL AND p.trashed_at IS NULL AND c.trashed_at IS NULL
                ORDER BY m.trashed_at DESC, m.id DESC
                """.formatted(ConversationTable.OPENING), BranchTable::branch);
    }

    private static TrashedBranch branch(ResultSet row) throws SQLException {
        return new TrashedBranch(
                row.getLong("id"),
                row.getLong("conversation"),
                row.getString("title"),
                ConversationTable.oneLine(row.getString("opening")),
                row.getInt("messages"),
                Instant.ofEpochMilli(Objects.requireNonNull(Sql.number(row, "trashed_at"))));
    }

    /** Removes a branch in the trash for good. */
    static boolean remove(Connection connection, long first) throws SQLException {
        return purge(connection, "id = ?", first) > 0;
    }

    /** Removes for good what was deleted before a moment. */
    static void purge(Connection connection, Instant before) throws SQLException {
        purge(connection, "trashed_at < ?", before.toEpochMilli());
    }

    private static int purge(Connection connection, String which, long value) throws SQLException {
        // a comparison without one of its sides would ask to be finished
        Sql.update(connection, """
                DELETE FROM comparisons WHERE EXISTS (SELECT 1 FROM messages m
                    WHERE m.id IN (direct, thinking) AND m.trashed_at IS NOT NULL AND m.%s)
                """.formatted(which), value);
        return Sql.update(connection, "DELETE FROM messages WHERE trashed_at IS NOT NULL AND " + which, value);
    }
}
