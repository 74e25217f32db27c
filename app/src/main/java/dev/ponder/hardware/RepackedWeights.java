package dev.ponder.hardware;

import dev.ponder.gguf.GgufModel;
import dev.ponder.gguf.TensorInfo;
import dev.ponder.gguf.TensorType;
import java.util.Set;

/**
 * Weights that llama.cpp copies into another order for the processor instead of using the file's pages
 * ({@code ggml_repack_get_optimal_repack_type} in {@code repack.cpp} of v0.4.0). Those of the types that x86 and ARM both
 * copy; ARM copies more, so this may be too little there.
 */
final class RepackedWeights {

    private static final Set<TensorType> COPIED =
            Set.of(TensorType.Q4_0, TensorType.Q4_K, TensorType.IQ4_NL, TensorType.MXFP4);

    private RepackedWeights() {}

    /** Bytes of a model's weights that stay pages of its file. */
    static long mappedBytes(GgufModel model) {
        return model.tensors().stream()
                .filter(tensor -> !COPIED.contains(tensor.type()) || isEmbedding(tensor))
                .mapToLong(TensorInfo::bytes)
                .sum();
    }

    /** Rows of it are looked up, not multiplied with. */
    private static boolean isEmbedding(TensorInfo tensor) {
        return tensor.name().startsWith("token_embd.");
    }
}
