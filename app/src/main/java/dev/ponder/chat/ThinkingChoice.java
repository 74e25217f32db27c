package dev.ponder.chat;

/** What a conversation's thinking control says. */
public enum ThinkingChoice {
    /** Answer at once. */
    OFF,
    /** Decide for each message. */
    AUTO,
    /** Think first. */
    ON
}
