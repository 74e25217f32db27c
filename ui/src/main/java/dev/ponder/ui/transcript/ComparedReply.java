package dev.ponder.ui.transcript;

import java.util.List;

/**
 * One side of a comparison.
 *
 * @param id of the reply; empty where it has not begun
 * @param items what it says, with the rounds of its tools
 * @param figures seconds and tokens, or how far it is
 * @param canKeep whether it can be chosen
 */
public record ComparedReply(String id, List<? extends TranscriptItem> items, String figures, boolean canKeep) {

    /** Copies the list. */
    public ComparedReply {
        items = List.copyOf(items);
    }
}
