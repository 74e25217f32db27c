package dev.ponder.settings;

/** Light or dark. */
public enum Appearance {
    /** As the system has it. */
    SYSTEM,
    LIGHT,
    DARK
}
