package dev.ponder.chat;

/** What happens when a conversation no longer fits into the context. */
public enum OverflowPolicy {
    /** Nothing is left out; the user decides. */
    STOP_AND_ASK,
    /** The oldest turns are left out, whole ones. */
    DROP_OLDEST,
    /** Turns in the middle are left out, whole ones: the first turn stays, which often says what it is all about. */
    KEEP_FIRST_AND_LAST
}
