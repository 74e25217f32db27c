package dev.ponder.ui.transcript;

/**
 * The mark where the context begins: what stands above it no longer fits and is not sent to the model.
 *
 * @param id of this mark
 * @param firstKept whether the first turn is sent all the same
 */
public record ContextBoundary(String id, boolean firstKept) implements TranscriptItem {}
