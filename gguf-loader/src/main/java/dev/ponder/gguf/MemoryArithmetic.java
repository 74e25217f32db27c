package dev.ponder.gguf;

/** Bytes that a loaded model takes beside its weights, by the arithmetic of llama.cpp v0.4.0. */
public final class MemoryArithmetic {
    /** llama.cpp rounds a context up to a multiple of this, in tokens ({@code llama_context}'s constructor). */
    public static final int CONTEXT_STEP = 256;

    /** Tokens that Ponder decodes at once in prefill, at most. */
    public static final int BATCH = 512;

    /** {@code TENSOR_ALIGNMENT} of {@code ggml-impl.h}. */
    private static final long MAIN_MEMORY_ALIGNMENT = 32;

    /** CUDA's; no back end asks for more that computes in memory of its own. */
    private static final long DEVICE_ALIGNMENT = 128;

    private MemoryArithmetic() {}

    /**
     * The context that llama.cpp allocates for a context asked for.
     *
     * @param context tokens, above 0
     */
    public static long paddedContext(long context) {
        if (context <= 0 || context > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a context has between 1 and " + Integer.MAX_VALUE + " tokens");
        }
        return (context + CONTEXT_STEP - 1) / CONTEXT_STEP * CONTEXT_STEP;
    }

    /**
     * Exact size of the KV cache: for each layer a key and a value of every key/value head for every token of the padded
     * context ({@code llama_kv_cache}'s constructor). Where {@link Architecture#plainCache} is false it is an upper bound.
     *
     * @param context tokens asked for
     * @param keys element type of the keys
     * @param values element type of the values
     * @return bytes
     * @throws GgufException if a head does not fill whole blocks of a type, which llama.cpp refuses too
     */
    public static long kvCacheBytes(Architecture architecture, long context, TensorType keys, TensorType values)
            throws GgufException {
        var bytes = kvBytesPerToken(architecture, keys, values);
        var tokens = paddedContext(context);
        if (bytes > Long.MAX_VALUE / tokens) {
            throw new GgufException("A KV cache of " + bytes + " bytes for each of " + tokens
                    + " tokens fits no machine; the file is damaged, download it again.");
        }
        return bytes * tokens;
    }

    /**
     * What llama.cpp takes for intermediate results when everything is computed in one place: exact for {@code qwen3} and
     * {@code qwen3moe}, found by placing the tensors of their compute graph as llama.cpp does ({@code sched_reserve} in
     * {@code llama-context.cpp}: a batch of {@value #BATCH} tokens, one output, the cache full, flash attention). For
     * other architectures a guess by the same figures. Graphics drivers may order the work otherwise and take less.
     *
     * @param context tokens asked for
     * @param vocabulary number of token ids
     * @param keys element type of the cached keys
     * @param values element type of the cached values
     * @return bytes
     */
    public static long computeBytes(
            Architecture architecture, long context, long vocabulary, TensorType keys, TensorType values) {
        var batch = batch(context, vocabulary, keys, values);
        return QwenGraph.of(architecture, batch, QwenGraph.Part.WHOLE).bytes(MAIN_MEMORY_ALIGNMENT);
    }

    /**
     * What a device takes for intermediate results that is handed the embeddings of a batch: at most so much, since
     * drivers order the work otherwise. Measured with llama.cpp v0.4.0's Vulkan back end on Qwen3's shapes, this was
     * right or up to a tenth too much.
     *
     * @return bytes
     */
    public static long deviceComputeBytes(
            Architecture architecture, long context, long vocabulary, TensorType keys, TensorType values) {
        var batch = batch(context, vocabulary, keys, values);
        return QwenGraph.of(architecture, batch, QwenGraph.Part.LAYERS).bytes(DEVICE_ALIGNMENT);
    }

    /**
     * What main memory takes for a batch that a device computes: tokens, positions, the mask, and the embeddings twice.
     *
     * @return bytes
     */
    public static long hostComputeBytes(Architecture architecture, long context) {
        var tokens = batchTokens(context);
        var embeddings = 2 * tokens * architecture.embeddingLength() * Float.BYTES;
        var rows = tokens * 2 * (Integer.BYTES + Long.BYTES);
        return embeddings + rows + tokens * paddedContext(context) * TensorType.F16.blockBytes();
    }

    /** Bytes of the logits that llama.cpp keeps for the one token of a batch whose logits are wanted. */
    public static long outputBytes(long vocabulary) {
        return vocabulary * Float.BYTES;
    }

    private static QwenGraph.Batch batch(long context, long vocabulary, TensorType keys, TensorType values) {
        return new QwenGraph.Batch(batchTokens(context), 1, paddedContext(context), vocabulary, keys, values);
    }

    private static long batchTokens(long context) {
        return Math.min(BATCH, context);
    }

    /**
     * The part of the KV cache that belongs to one layer; see {@link #kvCacheBytes}.
     *
     * @param layer counted from 0
     */
    public static long kvLayerBytes(
            Architecture architecture, int layer, long context, TensorType keys, TensorType values)
            throws GgufException {
        var attention = architecture.attention();
        var pair = headBytes(attention.keyLength(), keys) + headBytes(attention.valueLength(), values);
        return attention.kvHeads().get(layer) * pair * paddedContext(context);
    }

    /** Bytes of the KV cache for one token; see {@link #kvCacheBytes}. */
    public static long kvBytesPerToken(Architecture architecture, TensorType keys, TensorType values)
            throws GgufException {
        var attention = architecture.attention();
        var pair = headBytes(attention.keyLength(), keys) + headBytes(attention.valueLength(), values);
        return attention.kvHeads().stream().mapToLong(heads -> heads * pair).sum();
    }

    private static long headBytes(int length, TensorType type) throws GgufException {
        if (length % type.blockSize() != 0) {
            throw new GgufException("Heads of " + length + " values do not fill blocks of " + type.blockSize()
                    + ", so the KV cache cannot be " + type.label() + "; choose f16.");
        }
        return type.bytes(length);
    }
}
