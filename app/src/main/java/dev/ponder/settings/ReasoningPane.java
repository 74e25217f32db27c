package dev.ponder.settings;

/** What the pane with the thought does by itself; one that the user opened or folded stays as it is. */
public enum ReasoningPane {
    /** Open while thinking, folded when the answer begins. */
    FOLD_AT_ANSWER,
    /** Stays open. */
    OPEN,
    /** Folded from the start. */
    FOLDED,
    /** Not shown at all; the thought is kept, and a retry can use it. */
    NEVER
}
