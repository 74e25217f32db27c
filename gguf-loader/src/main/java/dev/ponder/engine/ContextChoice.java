package dev.ponder.engine;

import dev.ponder.gguf.Architecture;
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.MemoryArithmetic;
import dev.ponder.gguf.TensorType;

/** How large a context a model gets: what was asked for where it is possible, else what is sensible. */
final class ContextChoice {

    /** Of the memory that is free now, the share a KV cache may take when nobody chose its size. */
    private static final double SHARE = 0.5;

    private ContextChoice() {}

    /**
     * The context size to use.
     *
     * @param request its size in tokens; 0 for the least of the model's own length, {@link LoadRequest#DEFAULT_CONTEXT}
     *     and what half of the free memory holds; with YaRN, of its length and what the memory holds
     * @param freeBytes memory that is free now where the cache will lie
     * @throws EngineException when more is asked for than the model was made for
     */
    static int tokens(LoadRequest request, Architecture architecture, long freeBytes) throws EngineException {
        int requested = request.contextSize();
        boolean stretched = request.yarnFactor() > 1;
        int most = stretched ? LoadRequest.YARN_ORIGINAL * request.yarnFactor() : architecture.contextLength();
        if (requested > most) {
            throw new EngineException(
                    EngineError.Code.BAD_REQUEST,
                    "A context of " + requested + " tokens is more than this model "
                            + (stretched ? "reaches this way" : "was made for") + ": choose at most " + most + ".");
        }
        if (requested > 0) {
            return requested;
        }
        long step = MemoryArithmetic.CONTEXT_STEP;
        long fitting = (long) (freeBytes * SHARE / bytesPerToken(architecture, request.kvType())) / step * step;
        return (int) Math.clamp(
                fitting, Math.min(step, most), stretched ? most : Math.min(most, LoadRequest.DEFAULT_CONTEXT));
    }

    /** Bytes of KV cache for a token. */
    static long bytesPerToken(Architecture architecture, KvType kvType) throws EngineException {
        try {
            return MemoryArithmetic.kvBytesPerToken(architecture, tensorType(kvType), tensorType(kvType));
        } catch (GgufException e) {
            throw new EngineException(EngineError.Code.BAD_REQUEST, e.getMessage());
        }
    }

    private static TensorType tensorType(KvType kvType) {
        return switch (kvType) {
            case F16 -> TensorType.F16;
            case Q8_0 -> TensorType.Q8_0;
        };
    }
}
