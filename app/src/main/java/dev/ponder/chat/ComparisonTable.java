package dev.ponder.chat;

import dev.ponder.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table of comparisons. Every method works inside its caller's transaction. */
final class ComparisonTable {

    /** Of a comparison {@code c}: nothing that it is about lies in the trash. */
    static final String NOTHING_TRASHED = """
            NOT EXISTS (SELECT 1 FROM messages t
                WHERE t.id IN (c.question, c.direct, c.thinking) AND t.trashed_at IS NOT NULL)
            """;

    private ComparisonTable() {}

    static long insert(Connection connection, long question, Instant now) throws SQLException {
        return Sql.insert(
                connection, "INSERT INTO comparisons (question, created) VALUES (?, ?)", question, now.toEpochMilli());
    }

    /** Those of a conversation, oldest first; not those of which a reply lies in the trash. */
    static List<Comparison> of(Connection connection, long conversation) throws SQLException {
        return Sql.all(connection, """
                SELECT c.* FROM messages m JOIN comparisons c ON c.question = m.id
                WHERE m.conversation = ? AND %s ORDER BY c.id
                """.formatted(NOTHING_TRASHED), ComparisonTable::comparison, conversation);
    }

    static Optional<Comparison> find(Connection connection, long id) throws SQLException {
        return Sql.one(connection, "SELECT * FROM comparisons WHERE id = ?", ComparisonTable::comparison, id);
    }

    /** Notes that one of the two replies has begun. */
    static void begin(Connection connection, long id, boolean thinks, long reply) throws SQLException {
        Sql.update(
                connection,
                "UPDATE comparisons SET " + (thinks ? "thinking" : "direct") + " = ? WHERE id = ?",
                reply,
                id);
    }

    static void keep(Connection connection, long reply) throws SQLException {
        Sql.update(connection, "UPDATE comparisons SET kept = ? WHERE direct = ? OR thinking = ?", reply, reply, reply);
    }

    private static Comparison comparison(ResultSet row) throws SQLException {
        return new Comparison(
                row.getLong("id"),
                row.getLong("question"),
                Sql.number(row, "direct"),
                Sql.number(row, "thinking"),
                Sql.number(row, "kept"));
    }
}
