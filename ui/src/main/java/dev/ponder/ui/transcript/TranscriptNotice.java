package dev.ponder.ui.transcript;

/**
 * A quiet line between messages, such as "The model was changed to Qwen3-4B".
 *
 * @param id of this notice
 * @param text one sentence in the user's language
 */
public record TranscriptNotice(String id, String text) implements TranscriptItem {}
