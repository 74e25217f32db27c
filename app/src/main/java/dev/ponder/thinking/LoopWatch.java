package dev.ponder.thinking;

import java.util.OptionalInt;

/**
 * Watches a text that streams for going round in circles: by its pieces, about one a token, for a stretch that repeats
 * itself again and again without a break; and by its sentences, for the same ones coming back in any order. Each piece costs
 * the same however long the text is. Belongs to one thread.
 */
public final class LoopWatch {

    private final PieceLoop pieces = new PieceLoop();
    private final SentenceLoop sentences = new SentenceLoop();
    private boolean found;

    /** A watch for a text that begins. */
    public LoopWatch() {
        // nothing was said yet
    }

    /**
     * Takes the next piece.
     *
     * @return once, when a loop is found: how many characters of the text stand before its first repetition
     */
    public OptionalInt accept(String piece) {
        if (found || piece.isEmpty()) {
            return OptionalInt.empty();
        }
        var loop = pieces.accept(piece);
        if (loop.isEmpty()) {
            loop = sentences.accept(piece);
        }
        found = loop.isPresent();
        return loop;
    }
}
