package dev.ponder.qwen;

/** Where a reply begins, given how its prompt ended; the splitter cannot know it from the output alone. */
public enum ReplyStart {
    /** The model may open a thought itself with {@code <think>}: Qwen3's hybrid models with thinking on. */
    OUTSIDE,
    /** The prompt ended inside a thought: Thinking-2507, and any prompt that ends with {@code <think>\n}. */
    INSIDE,
    /** The prompt ended in the middle of a thought that has text already: a reply that was cut off there goes on. */
    CONTINUED,
    /** The prompt ended with a closed, empty thought, or the model never thinks. */
    ANSWER;

    /** Whether the reply begins inside a thought. */
    public boolean insideThought() {
        return this == INSIDE || this == CONTINUED;
    }
}
