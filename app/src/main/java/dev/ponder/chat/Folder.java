package dev.ponder.chat;

/**
 * A folder of conversations.
 *
 * @param id unique in the store
 * @param name as the user typed it
 */
public record Folder(long id, String name) {}
