package dev.ponder.ui.common;

/** Which theme the user wants. */
public enum Appearance {
    /** As the system is. */
    SYSTEM,
    LIGHT,
    DARK
}
