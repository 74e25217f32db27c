package dev.ponder.ui.transcript;

/**
 * The mark where the context begins: what stands above it no longer fits and is not sent to the model.
 *
 * @param id of this mark
 */
public record ContextBoundary(String id) implements TranscriptItem {}
