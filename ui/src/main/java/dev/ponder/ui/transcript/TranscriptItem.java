package dev.ponder.ui.transcript;

/** One entry of a transcript, from top to bottom. Immutable; the id is unique within the application. */
public sealed interface TranscriptItem permits TranscriptMessage, ContextBoundary, TranscriptNotice {

    /**
     * Names the entry.
     *
     * @return the same for every version of this entry
     */
    String id();
}
