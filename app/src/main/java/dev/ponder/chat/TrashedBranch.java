package dev.ponder.chat;

import java.time.Instant;

/**
 * A branch in the trash.
 *
 * @param message with which it begins
 * @param conversation that it was deleted from
 * @param title of the conversation; empty where it has none
 * @param opening first words of the message, on one line
 * @param messages how many there are on it
 * @param trashed when it was deleted
 */
public record TrashedBranch(
        long message, long conversation, String title, String opening, int messages, Instant trashed) {}
