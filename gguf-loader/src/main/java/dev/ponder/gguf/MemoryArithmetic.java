package dev.ponder.gguf;

import java.util.Collections;

/** Bytes that a loaded model takes beside its weights, by the arithmetic of llama.cpp v0.4.0. */
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
        var bytes = kvBytesPerToken(architecture, keys, values);
        var tokens = paddedContext(context);
        if (bytes > Long.MAX_VALUE / tokens) {
            throw new GgufException("A KV cache of " + bytes + " bytes for each of " + tokens
                    + " tokens fits no machine; the file is damaged, download it again.");
        }
        return bytes * tokens;
    }

    /**
     * What llama.cpp will take for intermediate results, roughly: the attention mask of a batch in half precision, and
     * either the logits or the activations of a layer, whichever is more. Measured with llama.cpp v0.4.0 on a processor
     * with Qwen3-0.6B's shape: 34 and 58 MiB at contexts of 8,192 and 32,768 with one output (this says 34 and 58), 313
     * and 301 MiB at 4,096 and 8,192 with 512 outputs (this says 301 and 305). Graphics drivers add their own.
     *
     * @param context tokens asked for
     * @param vocabulary number of token ids
     * @param outputs tokens of a batch whose logits are wanted, {@code n_outputs_max}
     * @return bytes
     */
    public static long computeBytesEstimate(Architecture architecture, long context, int vocabulary, int outputs) {
        var experts = architecture.experts();
        long inner = experts == null
                ? Collections.max(architecture.feedForward())
                : (long) experts.used() * experts.feedForward();
        var activations = BATCH * (4L * architecture.embeddingLength() + 3 * inner) * Float.BYTES;
        var logits = (long) outputs * vocabulary * Float.BYTES;
        var mask = BATCH * paddedContext(context) * TensorType.F16.blockBytes();
        return mask + Math.max(activations, logits);
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
