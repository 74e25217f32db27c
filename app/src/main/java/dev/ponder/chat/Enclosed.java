package dev.ponder.chat;

import dev.ponder.attachments.Attachment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes with the text of a user's message.
 *
 * @param attachments in the order in which they were added
 * @param schema what the answer must look like; null for nothing
 */
public record Enclosed(
        List<Attachment> attachments, @Nullable AnswerSchema schema) {

    /** Nothing. */
    public static final Enclosed NOTHING = new Enclosed(List.of(), null);

    public Enclosed {
        attachments = List.copyOf(attachments);
    }

    /** Whether there is nothing. */
    public boolean isEmpty() {
        return attachments.isEmpty() && schema == null;
    }

    /** The same with other attachments. */
    public Enclosed with(List<Attachment> others) {
        return new Enclosed(others, schema);
    }

    /** The same with another schema. */
    public Enclosed with(@Nullable AnswerSchema other) {
        return new Enclosed(attachments, other);
    }
}
