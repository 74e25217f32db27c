package dev.ponder.gguf;

import java.util.List;

/**
 * A tensor as the inventory lists it; its data lies inside the file.
 *
 * @param name for example {@code blk.0.attn_q.weight}
 * @param dimensions its shape, the row length first; at most four, each at least 1
 * @param type element type
 * @param offset where its data begins, in bytes from the start of the file
 * @param bytes size of its data
 */
public record TensorInfo(String name, List<Long> dimensions, TensorType type, long offset, long bytes) {

    public TensorInfo {
        dimensions = List.copyOf(dimensions);
    }

    /** Number of values. */
    public long elements() {
        return dimensions.stream().reduce(1L, Math::multiplyExact);
    }
}
