package dev.ponder.replies;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.InPrompt;
import dev.ponder.chat.Message;
import dev.ponder.chat.ReplyMode;
import dev.ponder.chat.ThoughtCourse.Landing;
import dev.ponder.chat.ThoughtOrigin;
import dev.ponder.qwen.ReplySoFar;
import dev.ponder.thinking.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A reply that is to be made.
 *
 * @param conversation as it is
 * @param answered the message that it follows
 * @param wish what is settled about thinking already
 * @param start what there is of it already
 * @param comparison what it is one half of; null for none
 */
record Order(
        Conversation conversation,
        Message answered,
        Wish wish,
        Start start,
        @Nullable Long comparison) {

    /** What is settled about thinking before the reply begins. */
    sealed interface Wish {}

    /** Nothing: the conversation's control counts. */
    record ByControl() implements Wish {}

    /** It is decided. */
    record Decided(Decision decision) implements Wish {}

    /** As in an earlier part of the same reply, or of the same round of tools. */
    record AsBefore(ReplyMode mode) implements Wish {}

    /** What there is of a reply already. */
    sealed interface Start {
        /** What it has said. */
        ReplySoFar soFar();
    }

    /** Nothing. */
    record Fresh() implements Start {
        @Override
        public ReplySoFar soFar() {
            return ReplySoFar.NOTHING;
        }
    }

    /**
     * It goes on where it was cut off.
     *
     * @param reply as it is
     * @param landing where its thought lands before it goes on; null where it does not
     * @param added what is added to its thought for that; empty for nothing
     */
    record Resumed(Message reply, @Nullable Landing landing, String added) implements Start {
        @Override
        public ReplySoFar soFar() {
            return landing == null
                    ? InPrompt.soFar(reply)
                    : InPrompt.soFar(
                            InPrompt.thought(reply) + added, reply.text().content(), true);
        }
    }

    /**
     * It is a new one after a thought that there is already.
     *
     * @param thought which
     * @param closed whether the answer follows
     * @param origin whose it is
     */
    record After(String thought, boolean closed, ThoughtOrigin origin) implements Start {
        @Override
        public ReplySoFar soFar() {
            return InPrompt.soFar(thought, "", closed);
        }
    }

    /** A reply to a message, by the conversation's control. */
    static Order to(Conversation conversation, Message answered) {
        return new Order(conversation, answered, new ByControl(), new Fresh(), null);
    }

    /** The same with thinking settled. */
    Order with(Wish settled) {
        return new Order(conversation, answered, settled, start, comparison);
    }

    /** The same as one half of a comparison. */
    Order in(long comparisonId) {
        return new Order(conversation, answered, wish, start, comparisonId);
    }

    /** The same with another start. */
    Order from(Start other) {
        return new Order(conversation, answered, wish, other, comparison);
    }

    /** The reply that goes on; null for a new one. */
    @Nullable Message resumed() {
        return start instanceof Resumed(var reply, var _, var _) ? reply : null;
    }
}
