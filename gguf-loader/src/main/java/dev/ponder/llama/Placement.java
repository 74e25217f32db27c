package dev.ponder.llama;

/**
 * Which weights of a model are loaded, and where they lie.
 *
 * @param gpuLayers layers on the GPU, negative for all
 * @param expertLayersInMemory of the first so many layers the experts stay in main memory, whatever else of these layers
 *     lies on a GPU; llama.cpp calls this {@code n-cpu-moe}
 * @param content how much of the file is loaded
 */
public record Placement(int gpuLayers, int expertLayersInMemory, Content content) {

    /** How much of a file is loaded. */
    public enum Content {
        /** All of it. */
        WEIGHTS,
        /** Vocabulary and metadata alone. */
        VOCABULARY,
        /** Metadata, and the size of every buffer, without taking the memory; nothing can be computed. */
        SIZES
    }

    public Placement {
        if (expertLayersInMemory < 0) {
            throw new IllegalArgumentException("layers cannot be negative");
        }
    }

    /** All weights, layers on the GPU as said, experts with their layers. */
    public static Placement of(int gpuLayers) {
        return new Placement(gpuLayers, 0, Content.WEIGHTS);
    }
}
