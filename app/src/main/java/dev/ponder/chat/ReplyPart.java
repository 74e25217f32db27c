package dev.ponder.chat;

/** Where a piece of a reply belongs. */
public enum ReplyPart {
    REASONING,
    ANSWER
}
