package dev.ponder.models.fit;

/** How a model fits a computer, as one says it in a few words. */
public sealed interface FitLabel {

    /** All layers lie on graphics devices. */
    record OnGpu() implements FitLabel {}

    /**
     * All layers lie on graphics devices, but of some the experts stay in main memory.
     *
     * @param layers whose experts stay in main memory
     * @param of all layers
     */
    record ExpertsInMemory(int layers, int of) implements FitLabel {}

    /**
     * Some layers lie on graphics devices, the rest in main memory.
     *
     * @param layers on graphics devices, the output counted as one
     * @param of all layers and the output
     */
    record PartlyOnGpu(int layers, int of) implements FitLabel {}

    /** All of it lies in main memory; the processor does the work. */
    record InMemory() implements FitLabel {}

    /**
     * It fits with fewer tokens of context than were asked for.
     *
     * @param contextSize the most that fit, in tokens
     * @param then how it fits with these
     */
    record SmallerContext(int contextSize, FitLabel then) implements FitLabel {}

    /**
     * It fits in no way.
     *
     * @param missingBytes that lack for the smallest sensible context
     */
    record DoesNotFit(long missingBytes) implements FitLabel {}

    /** Whether it can be used at all. */
    default boolean fits() {
        return !(this instanceof DoesNotFit);
    }
}
