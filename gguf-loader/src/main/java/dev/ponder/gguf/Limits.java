package dev.ponder.gguf;

/** What a header may claim; far above any real file, far below what would cost memory or time. */
final class Limits {
    /** Bytes of a key, by the GGUF specification. */
    static final long KEY_BYTES = 65_535;
    /** Bytes of a tensor's name: {@code GGML_MAX_NAME} counts a closing zero. */
    static final long TENSOR_NAME_BYTES = 63;
    /** Bytes of a text; chat templates take some ten thousand. */
    static final long TEXT_BYTES = 1 << 20;
    /** Bytes of all values that are kept in memory. */
    static final long KEPT_BYTES = 8 << 20;
    /** What a kept array element is charged, about its size in memory. */
    static final long ITEM_BYTES = 48;
    /** Metadata entries; real files have fewer than a hundred. */
    static final long ENTRIES = 16_384;
    /** Tensors; the largest models with unmerged experts have some ten thousand. */
    static final long TENSORS = 65_536;
    /** Elements of an array; the largest vocabularies have a quarter of a million. */
    static final long ARRAY_ITEMS = 1 << 24;
    /** Arrays inside arrays. */
    static final int ARRAY_DEPTH = 4;
    /** Dimensions of a tensor: {@code GGML_MAX_DIMS}. */
    static final long DIMENSIONS = 4;
    /** Bytes of the whole header. */
    static final long HEADER_BYTES = 256 << 20;
    /** Largest alignment of tensor data. */
    static final long ALIGNMENT = 1 << 20;
    /** Parts of a split file: {@code split.count} is a 16-bit number and names have five digits. */
    static final long PARTS = 65_535;

    private Limits() {}
}
