package dev.ponder.ui.transcript;

/** How a thought is shown until the user opens or folds it. */
public enum ThoughtDisplay {
    /** One line, also while the model thinks. */
    FOLDED,
    /** The last lines fade in while the model thinks; folded afterwards. */
    PEEK,
    /** In full, always. */
    OPEN,
    /** Not at all. */
    HIDDEN
}
