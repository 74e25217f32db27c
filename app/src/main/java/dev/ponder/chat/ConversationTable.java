package dev.ponder.chat;

import dev.ponder.json.SamplingJson;
import dev.ponder.search.SearchIndex;
import dev.ponder.store.Sql;
import dev.ponder.thinking.Budget;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of conversations. Every method works inside its caller's transaction. */
final class ConversationTable {

    /** Characters of the first message that a list shows. */
    static final int OPENING = 120;

    private static final String SUMMARY = """
            SELECT id, title, titled_by, created, updated, pinned, folder, trashed_at, thinking, thinking_budget, tools,
                   system_prompt, sampling, overflow, model, draft, leaf,
                   (SELECT substr(m.content, 1, %d) FROM messages m
                    WHERE m.conversation = c.id AND m.parent IS NULL AND m.trashed_at IS NULL ORDER BY m.id LIMIT 1) AS opening
            FROM conversations c
            """.formatted(OPENING);

    private ConversationTable() {}

    static long insert(Connection connection, ConversationSettings settings, Instant now) throws SQLException {
        long id = Sql.insert(
                connection,
                """
                INSERT INTO conversations (public_id, title, titled_by, created, updated, thinking, system_prompt, overflow)
                VALUES (?, '', ?, ?, ?, ?, ?, ?)
                """,
                UUID.randomUUID().toString(),
                TitledBy.NOBODY,
                now.toEpochMilli(),
                now.toEpochMilli(),
                settings.thinking(),
                settings.systemPrompt(),
                settings.overflow());
        setSettings(connection, id, settings);
        return id;
    }

    /** Those outside the trash, or those in it; the one that changed last first. */
    static List<ConversationSummary> list(Connection connection, boolean trash) throws SQLException {
        return Sql.all(
                connection,
                SUMMARY
                        + (trash
                                ? "WHERE trashed_at IS NOT NULL ORDER BY trashed_at DESC, id DESC"
                                : "WHERE trashed_at IS NULL ORDER BY updated DESC, id DESC"),
                ConversationTable::summary);
    }

    static Optional<Conversation> find(Connection connection, long id) throws SQLException {
        var tree = MessageTree.of(MessageTable.of(connection, id));
        var comparisons = ComparisonTable.of(connection, id);
        var unsent = WaitingTable.of(connection, id);
        return Sql.one(
                connection,
                SUMMARY + "WHERE id = ?",
                row -> new Conversation(
                        summary(row),
                        settings(row),
                        row.getString("draft"),
                        tree,
                        Sql.number(row, "leaf"),
                        comparisons,
                        unsent),
                id);
    }

    static boolean set(Connection connection, long id, String column, @Nullable Object value) throws SQLException {
        return Sql.update(connection, "UPDATE conversations SET " + column + " = ? WHERE id = ?", value, id) == 1;
    }

    static boolean setTitle(Connection connection, long id, String title, TitledBy by) throws SQLException {
        // a user's title stays, whatever the model thinks of later
        boolean set = Sql.update(
                        connection,
                        "UPDATE conversations SET title = ?, titled_by = ? WHERE id = ? AND (? OR titled_by <> 'USER')",
                        title,
                        by,
                        id,
                        by != TitledBy.MODEL)
                == 1;
        if (set) {
            SearchIndex.putTitle(connection, id, title);
        }
        return set;
    }

    static boolean setSettings(Connection connection, long id, ConversationSettings settings) throws SQLException {
        var sampling = settings.sampling();
        return Sql.update(
                        connection,
                        """
                        UPDATE conversations SET thinking = ?, thinking_budget = ?, tools = ?, system_prompt = ?,
                            sampling = ?, overflow = ?, model = ?
                        WHERE id = ?
                        """,
                        settings.thinking(),
                        settings.budget().isUnlimited()
                                ? null
                                : settings.budget().tokens(),
                        settings.tools(),
                        settings.systemPrompt(),
                        sampling == null ? null : SamplingJson.text(sampling),
                        settings.overflow(),
                        settings.model(),
                        id)
                == 1;
    }

    /** Makes a message the end of the shown branch. */
    static void show(Connection connection, long id, long leaf) throws SQLException {
        set(connection, id, "leaf", leaf);
    }

    static void touch(Connection connection, long id, Instant now) throws SQLException {
        set(connection, id, "updated", now.toEpochMilli());
    }

    /**
     * The end of the shown branch, null before the first message.
     *
     * @throws NoSuchElementException where there is no such conversation
     */
    static @Nullable Long leaf(Connection connection, long id) throws SQLException {
        var leaves = Sql.all(
                connection,
                "SELECT leaf FROM conversations WHERE id = ?",
                row -> Optional.ofNullable(Sql.number(row, "leaf")),
                id);
        if (leaves.isEmpty()) {
            throw new NoSuchElementException("no conversation " + id);
        }
        return leaves.getFirst().orElse(null);
    }

    static boolean remove(Connection connection, long id) throws SQLException {
        return Sql.update(connection, "DELETE FROM conversations WHERE id = ?", id) == 1;
    }

    static int purge(Connection connection, Instant before) throws SQLException {
        return Sql.update(connection, "DELETE FROM conversations WHERE trashed_at < ?", before.toEpochMilli());
    }

    private static ConversationSummary summary(ResultSet row) throws SQLException {
        var trashed = Sql.number(row, "trashed_at");
        return new ConversationSummary(
                row.getLong("id"),
                row.getString("title"),
                TitledBy.valueOf(row.getString("titled_by")),
                oneLine(row.getString("opening")),
                Instant.ofEpochMilli(row.getLong("created")),
                Instant.ofEpochMilli(row.getLong("updated")),
                row.getBoolean("pinned"),
                Sql.number(row, "folder"),
                trashed == null ? null : Instant.ofEpochMilli(trashed));
    }

    private static ConversationSettings settings(ResultSet row) throws SQLException {
        String sampling = row.getString("sampling");
        var budget = Sql.number(row, "thinking_budget");
        return new ConversationSettings(
                ThinkingChoice.valueOf(row.getString("thinking")),
                budget == null ? Budget.UNLIMITED : new Budget(Math.toIntExact(budget)),
                row.getBoolean("tools"),
                row.getString("system_prompt"),
                sampling == null ? null : SamplingJson.read(sampling).orElse(null),
                OverflowPolicy.valueOf(row.getString("overflow")),
                row.getString("model"));
    }

    static String oneLine(@Nullable String text) {
        return text == null ? "" : text.strip().replaceAll("\\s+", " ");
    }
}
