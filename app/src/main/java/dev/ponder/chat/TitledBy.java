package dev.ponder.chat;

/** Who chose a conversation's title. */
public enum TitledBy {
    /** It has none. */
    NOBODY,
    /** The model, in idle time. */
    MODEL,
    /** The user; the model never changes it again. */
    USER
}
