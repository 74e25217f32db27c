package dev.ponder.chat;

import dev.ponder.attachments.Attachment;
import dev.ponder.chat.AttachmentTable.Owner;
import dev.ponder.search.SearchIndex;
import dev.ponder.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The table of messages and the chunks of replies that stream. Every method works inside its caller's transaction. */
final class MessageTable {

    private MessageTable() {}

    /** Those outside the trash. */
    static List<Message> of(Connection connection, long conversation) throws SQLException {
        var attachments = AttachmentTable.inConversation(connection, conversation);
        return Sql.all(
                connection,
                "SELECT * FROM messages WHERE conversation = ? AND trashed_at IS NULL",
                row -> message(row, attachments.getOrDefault(row.getLong("id"), List.of())),
                conversation);
    }

    /** A message outside the trash. */
    static Optional<Message> find(Connection connection, long id) throws SQLException {
        var attachments = AttachmentTable.of(connection, Owner.MESSAGE, id);
        return Sql.one(
                connection,
                "SELECT * FROM messages WHERE id = ? AND trashed_at IS NULL",
                row -> message(row, attachments),
                id);
    }

    /**
     * Inserts a message.
     *
     * @param draft its id is not looked at
     * @return the message with its id
     */
    static Message insert(Connection connection, Message draft) throws SQLException {
        var reply = draft.reply();
        var schema = draft.enclosed().schema();
        long id = Sql.insert(
                connection,
                """
                INSERT INTO messages (public_id, conversation, parent, role, content, reasoning, tool_calls, state,
                                      created, model, answer_schema)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                UUID.randomUUID().toString(),
                draft.conversation(),
                draft.parent(),
                draft.role(),
                draft.text().content(),
                draft.text().reasoning(),
                toolCalls(draft.text()),
                draft.state(),
                draft.created().toEpochMilli(),
                reply == null ? null : reply.model(),
                schema == null ? null : schema.text());
        AttachmentTable.insert(connection, Owner.MESSAGE, id, draft.enclosed().attachments());
        if (reply != null) {
            ReplyFactsTable.setThinking(connection, id, reply);
        }
        if (draft.state() != MessageState.STREAMING) {
            SearchIndex.putMessage(
                    connection, id, draft.text().content(), draft.text().reasoning());
        }
        return new Message(
                id,
                draft.conversation(),
                draft.parent(),
                draft.role(),
                draft.text(),
                draft.state(),
                draft.created(),
                reply,
                draft.enclosed());
    }

    static void setState(Connection connection, long id, MessageState state) throws SQLException {
        Sql.update(connection, "UPDATE messages SET state = ? WHERE id = ?", state, id);
    }

    /** Writes all of a reply and drops its chunks. */
    static void finish(Connection connection, Message reply) throws SQLException {
        var facts = reply.reply();
        Sql.update(
                connection,
                "UPDATE messages SET content = ?, reasoning = ?, tool_calls = ?, state = ?, stop_reason = ?, error = ?"
                        + " WHERE id = ?",
                reply.text().content(),
                reply.text().reasoning(),
                toolCalls(reply.text()),
                reply.state(),
                facts == null ? null : facts.stop(),
                facts == null ? null : facts.error(),
                reply.id());
        ReplyFactsTable.setFigures(connection, reply.id(), facts == null ? null : facts.figures());
        if (facts != null) {
            ReplyFactsTable.setThinking(connection, reply.id(), facts);
        }
        Sql.update(connection, "DELETE FROM reply_chunks WHERE message = ?", reply.id());
        SearchIndex.putMessage(
                connection, reply.id(), reply.text().content(), reply.text().reasoning());
    }

    static void addChunk(Connection connection, long reply, ReplyChunk chunk) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO reply_chunks (message, number, part, text) VALUES (?, ?, ?, ?)",
                reply,
                chunk.number(),
                chunk.part(),
                chunk.text());
    }

    /**
     * Ends replies that a crash left streaming: their chunks become their text, their costs are unknown.
     *
     * @return how many there were
     */
    static int recover(Connection connection) throws SQLException {
        var cutOff = Sql.all(connection, "SELECT id FROM messages WHERE state = 'STREAMING'", row -> row.getLong(1));
        Sql.update(connection, """
                UPDATE messages SET
                    reasoning = reasoning || coalesce((SELECT group_concat(text, '' ORDER BY number) FROM reply_chunks
                        WHERE message = messages.id AND part = 'REASONING'), ''),
                    content = content || coalesce((SELECT group_concat(text, '' ORDER BY number) FROM reply_chunks
                        WHERE message = messages.id AND part = 'ANSWER'), ''),
                    state = 'INTERRUPTED', stop_reason = NULL, error = NULL,
                    prompt_ms = NULL, reasoning_ms = NULL, answer_ms = NULL, prompt_tokens = NULL,
                    cached_tokens = NULL, generated_tokens = NULL, reasoning_tokens = NULL, answer_tokens = NULL
                WHERE state = 'STREAMING'
                """);
        Sql.update(connection, "DELETE FROM reply_chunks");
        for (long id : cutOff) {
            var text = find(connection, id).orElseThrow().text();
            SearchIndex.putMessage(connection, id, text.content(), text.reasoning());
        }
        return cutOff.size();
    }

    private static @Nullable String toolCalls(MessageText text) {
        return text.toolCalls().isEmpty() ? null : ToolCallJson.text(text.toolCalls());
    }

    private static Message message(ResultSet row, List<Attachment> attachments) throws SQLException {
        String calls = row.getString("tool_calls");
        String schema = row.getString("answer_schema");
        return new Message(
                row.getLong("id"),
                row.getLong("conversation"),
                Sql.number(row, "parent"),
                Role.valueOf(row.getString("role")),
                new MessageText(
                        row.getString("content"),
                        row.getString("reasoning"),
                        calls == null ? List.of() : ToolCallJson.read(calls)),
                MessageState.valueOf(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("created")),
                ReplyFactsTable.facts(row),
                new Enclosed(attachments, schema == null ? null : new AnswerSchema(schema)));
    }
}
