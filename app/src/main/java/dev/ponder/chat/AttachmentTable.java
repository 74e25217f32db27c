package dev.ponder.chat;

import dev.ponder.attachments.Attachment;
import dev.ponder.store.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of attachments, of messages and of what waits. Every method works inside its caller's transaction. */
final class AttachmentTable {

    /** Whose an attachment is: the name of the column that points to it. */
    enum Owner {
        MESSAGE,
        WAITING
    }

    private AttachmentTable() {}

    static void insert(Connection connection, Owner owner, long id, List<Attachment> attachments) throws SQLException {
        for (int number = 0; number < attachments.size(); number++) {
            var attachment = attachments.get(number);
            Sql.update(
                    connection,
                    "INSERT INTO attachments (" + owner
                            + ", number, name, kind, bytes, text) VALUES (?, ?, ?, ?, ?, ?)",
                    id,
                    number,
                    attachment.name(),
                    attachment.kind(),
                    attachment.bytes(),
                    attachment.text());
        }
    }

    /** Those of an owner, in order. */
    static List<Attachment> of(Connection connection, Owner owner, long id) throws SQLException {
        return Sql.all(
                connection,
                "SELECT * FROM attachments WHERE " + owner + " = ? ORDER BY number",
                AttachmentTable::attachment,
                id);
    }

    /** Those of a conversation's messages, by message. */
    static Map<Long, List<Attachment>> inConversation(Connection connection, long conversation) throws SQLException {
        var found = new HashMap<Long, List<Attachment>>();
        Sql.all(
                connection,
                """
                SELECT attachments.* FROM attachments JOIN messages ON messages.id = attachments.message
                WHERE messages.conversation = ? ORDER BY attachments.message, attachments.number
                """,
                row -> found.computeIfAbsent(row.getLong("message"), _ -> new ArrayList<>())
                        .add(attachment(row)),
                conversation);
        return found;
    }

    private static Attachment attachment(ResultSet row) throws SQLException {
        return new Attachment(
                row.getString("name"),
                Attachment.Kind.valueOf(row.getString("kind")),
                row.getLong("bytes"),
                row.getString("text"));
    }
}
