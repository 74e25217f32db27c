package dev.ponder.qwen;

/**
 * A reply that was begun and is to go on.
 *
 * @param reasoning the thought, whole or cut off; empty for none
 * @param answer the answer as far as it went; empty for none
 * @param closed whether the thought is over and the answer comes next; always so with an answer
 */
public record ReplySoFar(String reasoning, String answer, boolean closed) {

    /** A reply that begins. */
    public static final ReplySoFar NOTHING = new ReplySoFar("", "");

    public ReplySoFar {
        closed |= !answer.isEmpty();
    }

    /** A reply that was cut off: inside its thought where there is no answer. */
    public ReplySoFar(String reasoning, String answer) {
        this(reasoning, answer, false);
    }

    /** A whole thought, to be answered from. */
    public static ReplySoFar thought(String reasoning) {
        return new ReplySoFar(reasoning, "", true);
    }

    /** A thought that was cut off, brought to its end by the landing sentence where that does not end it yet. */
    public static ReplySoFar landed(String reasoning) {
        String end = ThinkBlocks.stripTrailing(reasoning);
        boolean landed = end.endsWith(ThinkingBudget.SENTENCE);
        return thought(landed ? end : end + (end.isEmpty() ? "" : "\n\n") + ThinkingBudget.SENTENCE);
    }

    boolean isNothing() {
        return reasoning.isEmpty() && !closed;
    }
}
