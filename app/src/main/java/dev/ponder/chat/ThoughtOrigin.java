package dev.ponder.chat;

/** Where the thought of a reply comes from. */
public enum ThoughtOrigin {
    /** The reply thought it, if it thought. */
    OWN,
    /** It is that of another reply to the same question, and cost nothing here. */
    SAME,
    /** It is that of another reply as the user changed it; what follows on that the reply thought itself. */
    EDITED
}
