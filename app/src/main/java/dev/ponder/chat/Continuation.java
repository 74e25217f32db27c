package dev.ponder.chat;

/** What is left to do at the end of a branch, as when a reply was stopped, or the program ended in the middle. */
public sealed interface Continuation {

    /** Nothing: the last reply is whole, or nothing was said. */
    record Nothing() implements Continuation {}

    /**
     * A question has no reply.
     *
     * @param question the user's message
     */
    record Unanswered(Message question) implements Continuation {}

    /**
     * A reply was cut off.
     *
     * @param reply as far as it goes
     */
    record CutOff(Message reply) implements Continuation {

        /** Whether it was cut off in its thought, so that an answer from these thoughts can be had. */
        public boolean inThought() {
            return !reply.text().reasoning().isBlank() && reply.text().content().isBlank();
        }
    }

    /**
     * A reply called tools and has no results.
     *
     * @param reply the one that called
     */
    record Calls(Message reply) implements Continuation {}

    /**
     * Tools have answered, and nothing was made of it.
     *
     * @param result the last one
     */
    record Results(Message result) implements Continuation {}

    /** What is left at the end of the shown branch. */
    static Continuation of(Conversation conversation) {
        var branch = conversation.branch();
        return branch.isEmpty() ? new Nothing() : of(branch.getLast());
    }

    /** What is left after a message that nothing follows. */
    static Continuation of(Message last) {
        return switch (last.role()) {
            case USER -> new Unanswered(last);
            case TOOL -> new Results(last);
            case ASSISTANT ->
                switch (last.state()) {
                    case INTERRUPTED, FAILED -> new CutOff(last);
                    case COMPLETE -> last.text().toolCalls().isEmpty() ? new Nothing() : new Calls(last);
                    case STREAMING -> new Nothing();
                };
        };
    }
}
