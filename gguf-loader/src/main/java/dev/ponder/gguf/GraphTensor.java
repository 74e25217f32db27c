package dev.ponder.gguf;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A tensor of a compute graph, as far as its memory is concerned.
 *
 * @param layout extents and strides
 * @param bytes its size
 * @param sources tensors it is computed from, in the order of their use
 * @param viewed the tensor whose memory it shares, or null where it has its own
 * @param traits what the allocation of memory has to know
 */
record GraphTensor(
        Layout layout,
        long bytes,
        List<GraphTensor> sources,
        @Nullable GraphTensor viewed,
        Traits traits) {

    /**
     * The shape in memory; two tensors of one layout can lie at the same place.
     *
     * @param extents values along each dimension
     * @param strides bytes from one value to the next along each dimension
     */
    record Layout(List<Long> extents, List<Long> strides) {}

    /**
     * What the allocation of memory has to know.
     *
     * @param isLeaf whether it is given, not computed
     * @param isExternal whether its memory belongs to weights or cache
     * @param inPlace whether it may overwrite a source
     * @param isKept whether it is a result that must not be overwritten
     */
    record Traits(boolean isLeaf, boolean isExternal, boolean inPlace, boolean isKept) {}

    private static final Traits EXTERNAL = new Traits(true, true, false, false);
    private static final Traits INPUT = new Traits(true, false, false, false);
    private static final Traits COMPUTED = new Traits(false, false, false, false);
    private static final Traits IN_PLACE = new Traits(false, false, true, false);

    /** Weights, or a part of the KV cache. */
    static GraphTensor external() {
        return new GraphTensor(new Layout(List.of(), List.of()), 0, List.of(), null, EXTERNAL);
    }

    /** Something the caller fills in. */
    static GraphTensor input(int elementBytes, long... extents) {
        return new GraphTensor(packed(elementBytes, extents), bytes(elementBytes, extents), List.of(), null, INPUT);
    }

    /** Single-precision values computed from others. */
    static GraphTensor computed(List<GraphTensor> sources, long... extents) {
        return new GraphTensor(packed(Float.BYTES, extents), bytes(Float.BYTES, extents), sources, null, COMPUTED);
    }

    /** Values of the layout of the first source, which may be overwritten by them. */
    static GraphTensor inPlace(GraphTensor first, GraphTensor... others) {
        var sources = LongStream.rangeClosed(0, others.length)
                .mapToObj(i -> i == 0 ? first : others[(int) i - 1])
                .toList();
        var extents = first.layout.extents().stream().mapToLong(Long::longValue).toArray();
        return new GraphTensor(packed(Float.BYTES, extents), bytes(Float.BYTES, extents), sources, null, IN_PLACE);
    }

    /** Other extents over the same packed memory. */
    GraphTensor reshaped(long... extents) {
        return view(packed(Float.BYTES, extents), List.of(this));
    }

    /** A part of this, or this with a part written by other tensors. */
    GraphTensor view(Layout part, List<GraphTensor> from) {
        var owner = viewed == null ? this : viewed;
        return new GraphTensor(part, 0, from, owner, COMPUTED);
    }

    /** The same as a result that stays. */
    GraphTensor kept() {
        return new GraphTensor(
                layout,
                bytes,
                sources,
                viewed,
                new Traits(traits.isLeaf(), traits.isExternal(), traits.inPlace(), true));
    }

    static Layout packed(int elementBytes, long... extents) {
        var strides = new long[extents.length];
        long stride = elementBytes;
        for (int i = 0; i < extents.length; i++) {
            strides[i] = stride;
            stride *= extents[i];
        }
        return new Layout(
                Arrays.stream(extents).boxed().toList(),
                Arrays.stream(strides).boxed().toList());
    }

    private static long bytes(int elementBytes, long... extents) {
        return Arrays.stream(extents).reduce(elementBytes, Math::multiplyExact);
    }

    /** Tensors are told apart by what they are, not by what they look like. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
