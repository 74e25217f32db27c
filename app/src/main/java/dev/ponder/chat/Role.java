package dev.ponder.chat;

/** Who says a message. */
public enum Role {
    USER,
    ASSISTANT,
    TOOL
}
