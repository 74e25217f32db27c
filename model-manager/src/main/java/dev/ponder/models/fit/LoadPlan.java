package dev.ponder.models.fit;

import dev.ponder.gguf.TensorType;

/**
 * How a model is to be loaded.
 *
 * @param contextSize in tokens
 * @param cacheType element type of keys and values
 * @param gpuLayers layers on graphics devices, counted from the last and with the output as one more
 * @param expertLayersInMemory of the first so many layers the experts stay in main memory
 */
public record LoadPlan(int contextSize, TensorType cacheType, int gpuLayers, int expertLayersInMemory) {

    LoadPlan withContextSize(int tokens) {
        return new LoadPlan(tokens, cacheType, gpuLayers, expertLayersInMemory);
    }
}
