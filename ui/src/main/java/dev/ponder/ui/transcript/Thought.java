package dev.ponder.ui.transcript;

/**
 * What the model thought before it answered.
 *
 * @param text as written by the model, without its markers
 * @param millis how long it took so far, in milliseconds
 * @param tokens how many tokens it has so far
 * @param state whether it is still being written
 */
public record Thought(String text, long millis, int tokens, State state) {

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

    /** No thought. */
    public static final Thought NONE = new Thought("", 0, 0, State.NONE);

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
