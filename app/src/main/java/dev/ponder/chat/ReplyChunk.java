package dev.ponder.chat;

/**
 * A piece of a reply as it is journaled.
 *
 * @param number its place among the reply's chunks
 * @param part where it belongs
 * @param text never empty
 */
record ReplyChunk(long number, ReplyPart part, String text) {}
