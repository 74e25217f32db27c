package dev.ponder.chat;

import dev.ponder.chat.AttachmentTable.Owner;
import dev.ponder.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table of what was not sent yet. Every method works inside its caller's transaction. */
final class WaitingTable {

    private enum Kind {
        DRAFT,
        QUEUED
    }

    private record Row(long id, String text, @Nullable String schema) {}

    private WaitingTable() {}

    static Unsent of(Connection connection, long conversation) throws SQLException {
        var draft = rows(connection, conversation, Kind.DRAFT).stream().findFirst();
        var queue = new ArrayList<Queued>();
        for (var row : rows(connection, conversation, Kind.QUEUED)) {
            queue.add(new Queued(row.id(), said(connection, row)));
        }
        return new Unsent(
                draft.isEmpty()
                        ? Enclosed.NOTHING
                        : said(connection, draft.get()).enclosed(),
                queue);
    }

    /** Keeps what goes with the text that is typed, in the place of what was kept before. */
    static void keepDraft(Connection connection, long conversation, Enclosed enclosed) throws SQLException {
        Sql.update(connection, "DELETE FROM waiting WHERE conversation = ? AND kind = ?", conversation, Kind.DRAFT);
        if (!enclosed.isEmpty()) {
            insert(connection, conversation, Kind.DRAFT, new Said("", enclosed));
        }
    }

    static void queue(Connection connection, long conversation, Said said) throws SQLException {
        insert(connection, conversation, Kind.QUEUED, said);
    }

    /** Takes the first message out of the queue. */
    static Optional<Said> next(Connection connection, long conversation) throws SQLException {
        var rows = rows(connection, conversation, Kind.QUEUED);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var said = said(connection, rows.getFirst());
        delete(connection, rows.getFirst().id());
        return Optional.of(said);
    }

    static void delete(Connection connection, long id) throws SQLException {
        Sql.update(connection, "DELETE FROM waiting WHERE id = ?", id);
    }

    private static List<Row> rows(Connection connection, long conversation, Kind kind) throws SQLException {
        return Sql.all(
                connection,
                "SELECT id, text, answer_schema FROM waiting WHERE conversation = ? AND kind = ? ORDER BY id",
                row -> new Row(row.getLong("id"), row.getString("text"), row.getString("answer_schema")),
                conversation,
                kind);
    }

    private static Said said(Connection connection, Row row) throws SQLException {
        var schema = row.schema();
        return new Said(
                row.text(),
                new Enclosed(
                        AttachmentTable.of(connection, Owner.WAITING, row.id()),
                        schema == null ? null : new AnswerSchema(schema)));
    }

    private static void insert(Connection connection, long conversation, Kind kind, Said said) throws SQLException {
        var schema = said.enclosed().schema();
        long id = Sql.insert(
                connection,
                "INSERT INTO waiting (conversation, kind, text, answer_schema) VALUES (?, ?, ?, ?)",
                conversation,
                kind,
                said.text(),
                schema == null ? null : schema.text());
        AttachmentTable.insert(connection, Owner.WAITING, id, said.enclosed().attachments());
    }
}
