package dev.ponder.chat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message of a conversation.
 *
 * @param id unique in the store
 * @param conversation where it belongs
 * @param parent the message it follows; null for a first one
 * @param role who says it
 * @param text what it says
 * @param state how far it is
 * @param created when it was sent or begun
 * @param reply how it came to be; null unless the model said it
 * @param enclosed what goes with its text; nothing unless the user said it
 */
public record Message(
        long id,
        long conversation,
        @Nullable Long parent,
        Role role,
        MessageText text,
        MessageState state,
        Instant created,
        @Nullable ReplyFacts reply,
        Enclosed enclosed) {

    /** A message of nothing but text. */
    public Message(
            long id,
            long conversation,
            @Nullable Long parent,
            Role role,
            MessageText text,
            MessageState state,
            Instant created,
            @Nullable ReplyFacts reply) {
        this(id, conversation, parent, role, text, state, created, reply, Enclosed.NOTHING);
    }

    /** The same with another text, state and facts. */
    Message with(MessageText newText, MessageState newState, @Nullable ReplyFacts facts) {
        return new Message(id, conversation, parent, role, newText, newState, created, facts, enclosed);
    }

    /** The same with something that goes with its text. */
    public Message with(Enclosed other) {
        return new Message(id, conversation, parent, role, text, state, created, reply, other);
    }
}
