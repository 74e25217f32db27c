package dev.ponder.chat;

/** What became of a conversation that was to be taken in. */
public enum Imported {
    /** It is here now. */
    DONE,
    /** It was here before, and was left as it is. */
    ALREADY_HERE,
    /** Something in it means nothing here; nothing of it was taken in. */
    REFUSED
}
