package dev.ponder.llama;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.BitSet;

/** Logits of one position, read in place. To be used by the context's thread, until its next decode. */
public final class Logits {
    private final MemorySegment row;
    private final int size;

    Logits(MemorySegment row, int size) {
        this.row = row;
        this.size = size;
    }

    /**
     * The logit of a token.
     *
     * @param id inside the vocabulary
     */
    public float of(int id) {
        return row.getAtIndex(JAVA_FLOAT, id);
    }

    /**
     * The greatest of all.
     *
     * @param without ids that do not count
     */
    public float greatest(BitSet without) {
        float greatest = Float.NEGATIVE_INFINITY;
        for (int id = without.nextClearBit(0); id < size; id = without.nextClearBit(id + 1)) {
            greatest = Math.max(greatest, of(id));
        }
        return greatest;
    }
}
