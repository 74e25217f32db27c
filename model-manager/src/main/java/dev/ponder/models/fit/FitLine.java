package dev.ponder.models.fit;

/**
 * A line of the arithmetic behind a fit.
 *
 * @param device its name; {@link DeviceNeed#MAIN_MEMORY} for main memory
 * @param term what is counted
 * @param bytes how much; negative only for {@link Term#LEFT}
 */
public record FitLine(String device, Term term, long bytes) {

    /** What a line counts. */
    public enum Term {
        /** Weights of the layers on the device. */
        WEIGHTS,
        /** Keys and values of the context. */
        CACHE,
        /** Intermediate results. */
        COMPUTE,
        /** The engine's process. */
        PROGRAM,
        /** What graphics devices take that is main memory too. */
        SHARED,
        /** The sum of the lines above. */
        TOTAL,
        /** What a model may take: free memory, less a reserve for everything else. */
        USABLE,
        /** The difference of the two; negative for what lacks. */
        LEFT
    }
}
