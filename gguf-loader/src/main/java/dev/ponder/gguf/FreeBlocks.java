package dev.ponder.gguf;

import java.util.ArrayList;
import java.util.List;

/**
 * The free blocks of a buffer whose size is being found out. Places as {@code ggml_dyn_tallocr} of llama.cpp v0.4.0 does:
 * into the smallest free block that is large enough, the later of two equal ones, and only then behind everything.
 */
final class FreeBlocks {

    private record Block(long offset, long size) {
        long end() {
            return offset + size;
        }
    }

    private static final long ENDLESS = Long.MAX_VALUE / 2;

    private final long alignment;
    private final List<Block> blocks = new ArrayList<>(List.of(new Block(0, ENDLESS)));
    private long highest;

    /**
     * An empty buffer.
     *
     * @param alignment every piece begins and ends at a multiple of it, in bytes
     */
    FreeBlocks(long alignment) {
        this.alignment = alignment;
    }

    /** Takes a piece and returns where it begins. */
    long take(long bytes) {
        long size = padded(bytes);
        int best = bestFit(size);
        var block = blocks.get(best);
        var rest = new Block(block.offset() + size, block.size() - size);
        if (rest.size() == 0) {
            blocks.remove(best);
        } else {
            blocks.set(best, rest);
        }
        highest = Math.max(highest, rest.offset());
        return block.offset();
    }

    private int bestFit(long size) {
        int best = blocks.size() - 1;
        long bestSize = Long.MAX_VALUE;
        // the last block is the rest of the buffer: it is used when nothing else is large enough
        for (int i = 0; i < blocks.size() - 1; i++) {
            long free = blocks.get(i).size();
            if (free >= size && free <= bestSize) {
                best = i;
                bestSize = free;
            }
        }
        return best;
    }

    /** Gives a piece back. */
    void give(long offset, long bytes) {
        var freed = new Block(offset, padded(bytes));
        int at = 0;
        while (at < blocks.size() && blocks.get(at).offset() < offset) {
            at++;
        }
        blocks.add(at, freed);
        mergeWithNext(at);
        if (at > 0) {
            mergeWithNext(at - 1);
        }
    }

    private void mergeWithNext(int at) {
        if (at + 1 < blocks.size() && blocks.get(at).end() == blocks.get(at + 1).offset()) {
            var first = blocks.get(at);
            blocks.set(
                    at,
                    new Block(
                            first.offset(), first.size() + blocks.remove(at + 1).size()));
        }
    }

    /** How far the pieces have reached at any time, in bytes. */
    long highest() {
        return highest;
    }

    private long padded(long bytes) {
        return (bytes + alignment - 1) / alignment * alignment;
    }
}
