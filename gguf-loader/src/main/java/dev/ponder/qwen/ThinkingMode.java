package dev.ponder.qwen;

/** Whether a reply shall think; only a hybrid model lets one choose. */
public enum ThinkingMode {
    /** As the model does by itself; renders like {@link #ON}. */
    DEFAULT,
    /** Think first. */
    ON,
    /** Answer at once. */
    OFF
}
