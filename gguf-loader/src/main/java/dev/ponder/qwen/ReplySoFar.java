package dev.ponder.qwen;

/**
 * A reply that was cut off and is to go on. With an answer the thought counts as closed.
 *
 * @param reasoning the thought, whole or cut off; empty for none
 * @param answer the answer as far as it went; empty for none
 */
public record ReplySoFar(String reasoning, String answer) {

    /** A reply that begins. */
    public static final ReplySoFar NOTHING = new ReplySoFar("", "");

    boolean isNothing() {
        return reasoning.isEmpty() && answer.isEmpty();
    }
}
