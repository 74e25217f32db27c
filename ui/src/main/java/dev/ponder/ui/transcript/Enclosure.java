package dev.ponder.ui.transcript;

/**
 * Something that goes with a user's message.
 *
 * @param name in few words
 * @param isFile whether it is a file, and not the form of the answer
 */
public record Enclosure(String name, boolean isFile) {}
