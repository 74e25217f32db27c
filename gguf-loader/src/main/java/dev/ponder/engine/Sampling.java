package dev.ponder.engine;

/**
 * How the next token is drawn. Applied in the order penalties, top-k, top-p, min-p, temperature, as llama.cpp does.
 *
 * @param temperature 0 takes the likeliest token, without penalties
 * @param topK keep the k likeliest tokens; 0 for all
 * @param topP keep the likeliest tokens that together reach this probability; 1 for all
 * @param minP drop tokens below this share of the likeliest one's probability; 0 for none
 * @param presencePenalty subtracted once from the logit of each token that occurred; 0 for none
 * @param frequencyPenalty subtracted from the logit for each time the token occurred; 0 for none
 * @param repetitionPenalty divides the logit of tokens that occurred; 1 for none
 * @param seed of the random draw; negative for a new one each time
 */
public record Sampling(
        double temperature,
        int topK,
        double topP,
        double minP,
        double presencePenalty,
        double frequencyPenalty,
        double repetitionPenalty,
        long seed) {

    /** Tokens of the recent text that penalties look at. */
    public static final int PENALTY_WINDOW = 64;

    /** The likeliest token each time: the same prompt gives the same reply. */
    public static final Sampling GREEDY = new Sampling(0, 0, 1, 0, 0, 0, 1, 0);

    public Sampling {
        require(temperature >= 0 && temperature <= 10, "temperature must lie between 0 and 10");
        require(topK >= 0, "top-k cannot be negative");
        require(topP > 0 && topP <= 1, "top-p must be above 0 and at most 1");
        require(minP >= 0 && minP <= 1, "min-p must lie between 0 and 1");
        require(Math.abs(presencePenalty) <= 10, "presence penalty must lie between -10 and 10");
        require(Math.abs(frequencyPenalty) <= 10, "frequency penalty must lie between -10 and 10");
        require(repetitionPenalty > 0 && repetitionPenalty <= 10, "repetition penalty must be above 0 and at most 10");
        require(seed <= 0xFFFF_FFFEL, "seed must be below 4294967295");
    }

    private static void require(boolean holds, String message) {
        // a NaN fails every comparison above and ends here too
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
