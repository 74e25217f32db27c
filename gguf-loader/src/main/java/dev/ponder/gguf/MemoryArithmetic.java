package dev.ponder.gguf;

/**
 * Bytes that a loaded model takes, by the arithmetic of llama.cpp v0.4.0.
 */
public final class MemoryArithmetic {
    /** llama.cpp rounds a context up to a multiple of this, in tokens ({@code llama_context}'s constructor). */
    public static final int CONTEXT_STEP = 256;

    /** Tokens that Ponder decodes at once in prefill, at most. */
    public static final int BATCH = 512;

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
        return Math.multiplyExact(paddedContext(context), kvBytesPerToken(architecture, keys, values));
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
