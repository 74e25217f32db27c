package dev.ponder.chat;

import dev.ponder.chat.ArchivedConversation.Compared;
import dev.ponder.chat.ArchivedConversation.Said;
import dev.ponder.search.SearchIndex;
import dev.ponder.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whole conversations, column by column, so that whatever a later step of the schema adds goes out and comes in too. Every
 * method works inside its caller's transaction.
 */
final class ArchiveTable {

    /** Names of rows, which another store gives anew, and what belongs to this one alone. */
    private static final Set<String> OWN =
            Set.of("id", "public_id", "conversation", "parent", "leaf", "folder", "draft", "trashed_at");

    private ArchiveTable() {}

    static Optional<ArchivedConversation> read(Connection connection, long id) throws SQLException {
        var places = new HashMap<Long, Integer>();
        var attachments = AttachmentTable.inConversation(connection, id);
        var messages = Sql.all(
                connection,
                "SELECT * FROM messages WHERE conversation = ? AND state <> 'STREAMING'"
                        + " AND trashed_at IS NULL ORDER BY id",
                row -> {
                    places.put(row.getLong("id"), places.size());
                    return new Said(
                            place(places, Sql.number(row, "parent")),
                            facts(row),
                            attachments.getOrDefault(row.getLong("id"), List.of()));
                },
                id);
        var comparisons = Sql.all(
                connection,
                "SELECT c.* FROM messages m JOIN comparisons c ON c.question = m.id WHERE m.conversation = ?" + " AND "
                        + ComparisonTable.NOTHING_TRASHED + " ORDER BY c.id",
                row -> new Compared(
                        places.getOrDefault(row.getLong("question"), -1),
                        place(places, Sql.number(row, "direct")),
                        place(places, Sql.number(row, "thinking")),
                        place(places, Sql.number(row, "kept")),
                        row.getLong("created")),
                id);
        return Sql.one(
                connection,
                "SELECT c.*, f.name AS folder_name FROM conversations c LEFT JOIN folders f ON f.id = c.folder"
                        + " WHERE c.id = ?",
                row -> {
                    var facts = facts(row);
                    facts.remove("folder_name");
                    return new ArchivedConversation(
                            row.getString("public_id"),
                            row.getString("folder_name"),
                            facts,
                            messages,
                            place(places, Sql.number(row, "leaf")),
                            comparisons);
                },
                id);
    }

    /** Whether a conversation is here, and not in the trash. */
    static boolean isHere(Connection connection, String publicId) throws SQLException {
        return Sql.one(
                        connection,
                        "SELECT 1 FROM conversations WHERE public_id = ? AND trashed_at IS NULL",
                        row -> true,
                        publicId)
                .isPresent();
    }

    /**
     * Inserts a conversation, with what of its facts this schema knows.
     *
     * @throws SQLException where the schema refuses a value
     * @throws IllegalArgumentException where a value means nothing
     */
    static long insert(Connection connection, ArchivedConversation archived) throws SQLException {
        var facts = new HashMap<String, @Nullable Object>(archived.facts());
        facts.put("folder", folder(connection, archived.folder()));
        facts.put("public_id", publicId(connection, archived.publicId()));
        long id = insert(connection, "conversations", facts);
        long[] ids = new long[archived.messages().size()];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = insert(connection, id, archived.messages().get(i), ids, i);
        }
        for (var compared : archived.comparisons()) {
            insert(connection, compared, ids);
        }
        Sql.update(connection, "UPDATE conversations SET leaf = ? WHERE id = ?", at(ids, archived.leaf()), id);
        SearchIndex.putTitle(connection, id, String.valueOf(facts.get("title")));
        // whatever cannot be read again must not stay
        var _ = ConversationTable.find(connection, id).orElseThrow();
        return id;
    }

    private static long insert(Connection connection, long conversation, Said said, long[] ids, int place)
            throws SQLException {
        var parent = said.parent();
        if (parent != null && (parent < 0 || parent >= place)) {
            throw new IllegalArgumentException("a message follows one that is not before it");
        }
        var facts = new HashMap<String, @Nullable Object>(said.facts());
        facts.put("conversation", conversation);
        facts.put("parent", at(ids, parent));
        facts.put("public_id", UUID.randomUUID().toString());
        long id = insert(connection, "messages", facts);
        AttachmentTable.insert(connection, AttachmentTable.Owner.MESSAGE, id, said.attachments());
        SearchIndex.putMessage(
                connection,
                id,
                String.valueOf(facts.getOrDefault("content", "")),
                String.valueOf(facts.getOrDefault("reasoning", "")));
        return id;
    }

    private static void insert(Connection connection, Compared compared, long[] ids) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO comparisons (question, direct, thinking, kept, created) VALUES (?, ?, ?, ?, ?)",
                at(ids, compared.question()),
                at(ids, compared.direct()),
                at(ids, compared.thinking()),
                at(ids, compared.kept()),
                compared.created());
    }

    private static long insert(Connection connection, String table, Map<String, @Nullable Object> facts)
            throws SQLException {
        // names of columns come from the schema alone, never from a file
        var columns = columns(connection, table);
        columns.retainAll(facts.keySet());
        var values = columns.stream().map(facts::get).toArray();
        return Sql.insert(
                connection,
                "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                        + String.join(", ", columns.stream().map(_ -> "?").toList()) + ")",
                values);
    }

    private static Set<String> columns(Connection connection, String table) throws SQLException {
        return new TreeSet<>(
                Sql.all(connection, "SELECT name FROM pragma_table_info(?)", row -> row.getString(1), table));
    }

    private static @Nullable Long folder(Connection connection, @Nullable String name) throws SQLException {
        return name == null || name.isBlank() ? null : FolderTable.named(connection, name);
    }

    private static String publicId(Connection connection, @Nullable String wanted) throws SQLException {
        boolean taken = wanted == null
                || Sql.one(connection, "SELECT 1 FROM conversations WHERE public_id = ?", row -> true, wanted)
                        .isPresent();
        return wanted == null || taken ? UUID.randomUUID().toString() : wanted;
    }

    private static Map<String, Object> facts(ResultSet row) throws SQLException {
        var facts = new HashMap<String, Object>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var value = row.getObject(i);
            if (value != null && !OWN.contains(columns.getColumnName(i))) {
                facts.put(columns.getColumnName(i), value instanceof Integer number ? number.longValue() : value);
            }
        }
        return facts;
    }

    private static @Nullable Integer place(Map<Long, Integer> places, @Nullable Long id) {
        return id == null ? null : places.get(id);
    }

    private static @Nullable Long at(long[] ids, @Nullable Integer place) {
        if (place == null) {
            return null;
        }
        if (place < 0 || place >= ids.length) {
            throw new IllegalArgumentException("a message is meant that is not there");
        }
        return ids[place];
    }

    /** What could be inserted of several, and what became of each. */
    static List<Imported> insertAll(Connection connection, List<ArchivedConversation> archived) throws SQLException {
        var results = new ArrayList<Imported>();
        for (var conversation : archived) {
            results.add(insertOne(connection, conversation));
        }
        return results;
    }

    private static Imported insertOne(Connection connection, ArchivedConversation conversation) throws SQLException {
        var publicId = conversation.publicId();
        if (publicId != null && isHere(connection, publicId)) {
            return Imported.ALREADY_HERE;
        }
        Sql.update(connection, "SAVEPOINT one_conversation");
        try {
            insert(connection, conversation);
            Sql.update(connection, "RELEASE one_conversation");
            return Imported.DONE;
        } catch (SQLException | RuntimeException e) {
            if (e instanceof SQLException failure && !isRefused(failure)) {
                throw failure;
            }
            Sql.update(connection, "ROLLBACK TO one_conversation");
            Sql.update(connection, "RELEASE one_conversation");
            return Imported.REFUSED;
        }
    }

    /** Whether a value was at fault, and not the disk. */
    private static boolean isRefused(SQLException failure) {
        return !(failure instanceof org.sqlite.SQLiteException sqlite)
                || sqlite.getResultCode().name().startsWith("SQLITE_CONSTRAINT")
                || sqlite.getResultCode() == org.sqlite.SQLiteErrorCode.SQLITE_MISMATCH;
    }
}
