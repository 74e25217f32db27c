package dev.ponder.cli;

import dev.ponder.engine.Sampling;
import dev.ponder.qwen.RecommendedSampling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How tokens are drawn; whatever is not typed follows the recommendation for the model and its mode. */
final class SamplingOptions {

    @Option(
            names = "--temperature",
            paramLabel = "T",
            description = "Randomness of the draw; 0 always takes the likeliest token.")
    @Nullable Double temperature;

    @Option(names = "--top-p", paramLabel = "P", description = "Keep the likeliest tokens that together reach P.")
    @Nullable Double topP;

    @Option(names = "--top-k", paramLabel = "K", description = "Keep the K likeliest tokens; 0 keeps all.")
    @Nullable Integer topK;

    @Option(
            names = "--min-p",
            paramLabel = "P",
            description = "Drop tokens below this share of the likeliest one's probability.")
    @Nullable Double minP;

    @Option(
            names = "--presence-penalty",
            paramLabel = "X",
            description = "Make tokens that occurred less likely; 0 to 2.")
    @Nullable Double presencePenalty;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the draw (default: a new one each time).")
    @Nullable Long seed;

    /**
     * The recommendation, with what was typed in its place.
     *
     * @throws CliException when a number makes no sense
     */
    Sampling over(RecommendedSampling recommended) throws CliException {
        try {
            return new Sampling(
                    or(temperature, recommended.temperature()),
                    or(topK, recommended.topK()),
                    or(topP, recommended.topP()),
                    or(minP, recommended.minP()),
                    or(presencePenalty, recommended.presencePenalty()),
                    0,
                    recommended.repetitionPenalty(),
                    or(seed, -1L));
        } catch (IllegalArgumentException outOfRange) {
            throw CliException.badInput(
                    "bad-option", "These sampling options cannot work: " + outOfRange.getMessage() + ".", outOfRange);
        }
    }

    /**
     * Makes sure that what was typed can work, before a model is loaded.
     *
     * @throws CliException when a number makes no sense
     */
    void check() throws CliException {
        var _ = over(new RecommendedSampling(0, 1, 0, 0, 0, 1, 1));
    }

    private static <T> T or(@Nullable T typed, T otherwise) {
        return typed == null ? otherwise : typed;
    }
}
