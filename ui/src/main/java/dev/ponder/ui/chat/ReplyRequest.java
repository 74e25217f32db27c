package dev.ponder.ui.chat;

/** What a reply is asked for, beside what is typed. */
public sealed interface ReplyRequest {

    /**
     * Another reply in the place of this one, with new thoughts if it thinks; or the first one to a user's message.
     *
     * @param message a reply, or a user's message that nothing answers
     */
    record Retry(long message) implements ReplyRequest {}

    /**
     * Another answer from the thoughts of a reply.
     *
     * @param reply with a thought
     */
    record NewAnswer(long reply) implements ReplyRequest {}

    /**
     * Another reply that thinks on after changed thoughts.
     *
     * @param reply that had the thoughts
     * @param thoughts what the thought is to begin with
     */
    record ThinkOn(long reply, String thoughts) implements ReplyRequest {
        /** Without the thoughts, since chat text does not belong into logs. */
        @Override
        public String toString() {
            return "ThinkOn[" + reply + "]";
        }
    }

    /**
     * Another reply the other way: with a thought where there was none, without where there was.
     *
     * @param reply to have the other way
     */
    record Redo(long reply) implements ReplyRequest {}

    /**
     * The rest of a reply that was cut off.
     *
     * @param reply that was
     */
    record Resume(long reply) implements ReplyRequest {}

    /**
     * The answer of a reply that was cut off in its thought.
     *
     * @param reply that was
     */
    record AnswerFromThoughts(long reply) implements ReplyRequest {}

    /**
     * A reply without and one with a thought.
     *
     * @param question a user's message
     */
    record Compare(long question) implements ReplyRequest {}

    /**
     * Whatever is left to do at the end of the shown branch.
     *
     * @param conversation where
     */
    record GoOn(long conversation) implements ReplyRequest {}
}
