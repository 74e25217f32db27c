package dev.ponder.chat;

import dev.ponder.attachments.Attachment;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A whole conversation on its way out of a store or into one: all branches, and every fact by the name of its column.
 * Values are strings, whole numbers or null.
 *
 * @param publicId what it is known by outside; null where it has no such name
 * @param folder the name of its folder; null for none
 * @param facts of the conversation
 * @param messages each after the one it follows, the oldest first
 * @param leaf the last message of the branch that is shown, by its place among the messages; null without messages
 * @param comparisons questions that were answered twice
 */
public record ArchivedConversation(
        @Nullable String publicId,
        @Nullable String folder,
        Map<String, Object> facts,
        List<Said> messages,
        @Nullable Integer leaf,
        List<Compared> comparisons) {

    public ArchivedConversation {
        facts = Map.copyOf(facts);
        messages = List.copyOf(messages);
        comparisons = List.copyOf(comparisons);
    }

    /**
     * A message.
     *
     * @param parent the place of the one it follows; null for a first one
     * @param facts of the message
     * @param attachments the files that go with it, in order
     */
    public record Said(@Nullable Integer parent, Map<String, Object> facts, List<Attachment> attachments) {

        public Said {
            facts = Map.copyOf(facts);
            attachments = List.copyOf(attachments);
        }

        /** Without text, which does not belong into logs. */
        @Override
        public String toString() {
            return "Said[after " + parent + "]";
        }
    }

    /**
     * A comparison, by the places of its messages.
     *
     * @param question the user's message
     * @param direct the reply without a thought
     * @param thinking the reply with one
     * @param kept the one that was chosen
     * @param created when, in milliseconds since 1970
     */
    public record Compared(
            int question,
            @Nullable Integer direct,
            @Nullable Integer thinking,
            @Nullable Integer kept,
            long created) {}

    /** Without text, which does not belong into logs. */
    @Override
    public String toString() {
        return "ArchivedConversation[" + messages.size() + " messages]";
    }
}
