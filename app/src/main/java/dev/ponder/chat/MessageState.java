package dev.ponder.chat;

/** How far a message is. */
public enum MessageState {
    /** As its author ended it. */
    COMPLETE,
    /** A reply that is being generated now. */
    STREAMING,
    /** A reply that was cut off, by the user or by a crash; can be continued. */
    INTERRUPTED,
    /** A reply that ended with an error, or the result of a tool that could not answer. */
    FAILED
}
