package dev.ponder.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A loaded model, as llama.cpp reports it.
 *
 * @param file the file it came from
 * @param description llama.cpp's own, for example {@code qwen3 4B Q4_K - Medium}
 * @param parameters number of weights
 * @param weightBytes bytes of all tensors ({@code llama_model_size})
 * @param vocabularySize number of token ids
 * @param trainedContext context the file declares, in tokens
 * @param contextSize context in use, in tokens
 * @param kvType element type of the KV cache
 * @param threads threads in use
 * @param layers layers of the model
 * @param gpuLayers layers that were asked to lie on a GPU
 * @param chatTemplate the file's own chat template, a Jinja text
 * @param loadMillis wall-clock time of the load
 */
public record ModelInfo(
        Path file,
        String description,
        long parameters,
        long weightBytes,
        int vocabularySize,
        int trainedContext,
        int contextSize,
        KvType kvType,
        int threads,
        int layers,
        int gpuLayers,
        @Nullable String chatTemplate,
        long loadMillis) {}
