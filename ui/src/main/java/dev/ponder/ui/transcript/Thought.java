package dev.ponder.ui.transcript;

/**
 * What the model thought before it answered.
 *
 * @param text as written by the model, without its markers
 * @param millis how long it took so far, in milliseconds
 * @param tokens how many tokens it has so far
 * @param state whether it is still being written
 * @param course how long it may be, and how it was brought to its end
 */
public record Thought(String text, long millis, int tokens, State state, Course course) {

    /** How far a thought is. */
    public enum State {
        /** The message has none, and no pane is shown. */
        NONE,
        /** The model is thinking; the time goes on by itself. */
        STREAMING,
        /** The model closed it. */
        DONE,
        /** It was cut short. */
        INTERRUPTED
    }

    /** Why a thought was brought to its end. */
    public enum Landing {
        /** It was not: it ended by itself, or goes on. */
        NONE,
        /** Its budget was used up. */
        BUDGET,
        /** The user wanted the answer. */
        USER,
        /** It went round in circles. */
        LOOP
    }

    /**
     * How long a thought may be, and how it was brought to its end.
     *
     * @param budget most tokens before it is landed; 0 where nothing but the context limits it, or nobody has counted yet
     * @param isLowered whether more was asked for than the context has room for
     * @param landing why it was brought to its end
     */
    public record Course(int budget, boolean isLowered, Landing landing) {

        /** Nothing limits it, and nothing ended it. */
        public static final Course FREE = new Course(0, false, Landing.NONE);

        /** The same with a budget. */
        public Course withBudget(int tokens, boolean lowered) {
            return new Course(tokens, lowered, landing);
        }

        /** The same brought to its end. */
        public Course landed(Landing why) {
            return new Course(budget, isLowered, why);
        }
    }

    /** No thought. */
    public static final Thought NONE = new Thought("", 0, 0, State.NONE);

    /** A thought that nothing limits and nothing ended. */
    public Thought(String text, long millis, int tokens, State state) {
        this(text, millis, tokens, state, Course.FREE);
    }

    /** The same with another course. */
    public Thought withCourse(Course changed) {
        return new Thought(text, millis, tokens, state, changed);
    }

    /**
     * A thought that begins now.
     *
     * @return empty and streaming
     */
    public static Thought streaming() {
        return new Thought("", 0, 0, State.STREAMING);
    }

    /**
     * A finished thought.
     *
     * @param text as written by the model
     * @param millis how long it took
     * @param tokens how many tokens it has
     * @return the thought, closed
     */
    public static Thought done(String text, long millis, int tokens) {
        return new Thought(text, millis, tokens, State.DONE);
    }

    /**
     * Whether there is anything to show: an empty thought gets no pane, unless it is just being started.
     *
     * @return false for none, and for one that ended without a word
     */
    public boolean isShown() {
        return state == State.STREAMING || (state != State.NONE && !text.isBlank());
    }
}
