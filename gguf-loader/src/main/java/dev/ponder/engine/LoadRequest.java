package dev.ponder.engine;

import java.nio.file.Path;

/**
 * Which model to load, and how.
 *
 * @param model a GGUF file, or the first part of a split one
 * @param contextSize tokens of context; 0 for the least of the model's own and {@value #DEFAULT_CONTEXT}, or for all that
 *     YaRN gives where it is on
 * @param yarnFactor how many times {@value #YARN_ORIGINAL} tokens YaRN stretches the model's positions to; 1 for not at
 *     all. It is static, so short texts suffer: nothing but a long text is a reason for it
 * @param kvType element type of the KV cache
 * @param threads threads for decode and prefill; 0 for one per physical core, fewer for a tiny model
 * @param gpuLayers layers placed on the GPU; negative for all, 0 also keeps GPU drivers from being loaded where none has
 *     been yet
 * @param expertLayersInMemory of a mixture of experts, how many layers, counted from the first, keep their experts in main
 *     memory although they lie on the GPU; more than there are means all. Nothing changes for other models
 * @param warmBytes memory for the KV caches of conversations that are not active; 0 keeps none
 * @param vocabularyOnly load no weights: the engine can then tokenise, and nothing else
 */
public record LoadRequest(
        Path model,
        int contextSize,
        int yarnFactor,
        KvType kvType,
        int threads,
        int gpuLayers,
        int expertLayersInMemory,
        long warmBytes,
        boolean vocabularyOnly) {

    /** The context that is used when nobody asks for another, in tokens. */
    public static final int DEFAULT_CONTEXT = 32_768;

    /** The context that Qwen3's YaRN figures start from, in tokens ({@code original_max_position_embeddings}). */
    public static final int YARN_ORIGINAL = 32_768;

    /** The largest factor that Qwen3's cards name. */
    public static final int MOST_YARN = 4;

    /** Memory for conversations kept warm when nobody asks for another amount, in bytes. */
    public static final long DEFAULT_WARM_BYTES = 1L << 30;

    public LoadRequest {
        if (contextSize < 0 || threads < 0 || expertLayersInMemory < 0 || warmBytes < 0) {
            throw new IllegalArgumentException("context, threads, layers of experts and warm bytes cannot be negative");
        }
        if (yarnFactor < 1 || yarnFactor > MOST_YARN) {
            throw new IllegalArgumentException("YaRN stretches 1 to " + MOST_YARN + " times");
        }
    }

    /** A load with every setting at its default. */
    public static LoadRequest of(Path model) {
        return new LoadRequest(model, 0, 1, KvType.F16, 0, -1, 0, DEFAULT_WARM_BYTES, false);
    }

    /** A load of the vocabulary alone. */
    public static LoadRequest vocabularyOf(Path model) {
        return new LoadRequest(model, 0, 1, KvType.F16, 0, 0, 0, 0, true);
    }

    public LoadRequest withContextSize(int tokens) {
        return new LoadRequest(
                model, tokens, yarnFactor, kvType, threads, gpuLayers, expertLayersInMemory, warmBytes, vocabularyOnly);
    }

    public LoadRequest withYarnFactor(int factor) {
        return new LoadRequest(
                model,
                contextSize,
                factor,
                kvType,
                threads,
                gpuLayers,
                expertLayersInMemory,
                warmBytes,
                vocabularyOnly);
    }

    public LoadRequest withKvType(KvType type) {
        return new LoadRequest(
                model,
                contextSize,
                yarnFactor,
                type,
                threads,
                gpuLayers,
                expertLayersInMemory,
                warmBytes,
                vocabularyOnly);
    }

    public LoadRequest withThreads(int count) {
        return new LoadRequest(
                model,
                contextSize,
                yarnFactor,
                kvType,
                count,
                gpuLayers,
                expertLayersInMemory,
                warmBytes,
                vocabularyOnly);
    }

    public LoadRequest withGpuLayers(int layers) {
        return new LoadRequest(
                model,
                contextSize,
                yarnFactor,
                kvType,
                threads,
                layers,
                expertLayersInMemory,
                warmBytes,
                vocabularyOnly);
    }

    public LoadRequest withExpertLayersInMemory(int layers) {
        return new LoadRequest(
                model, contextSize, yarnFactor, kvType, threads, gpuLayers, layers, warmBytes, vocabularyOnly);
    }

    public LoadRequest withWarmBytes(long bytes) {
        return new LoadRequest(
                model,
                contextSize,
                yarnFactor,
                kvType,
                threads,
                gpuLayers,
                expertLayersInMemory,
                bytes,
                vocabularyOnly);
    }
}
