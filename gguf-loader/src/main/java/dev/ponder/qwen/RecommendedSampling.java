package dev.ponder.qwen;

/**
 * Sampling that Qwen recommends, as a start.
 *
 * <p>Sources: the model cards of Qwen3-GGUF, Qwen3-2507 and Qwen3-Coder. The cards advise a presence penalty of 1.5 for
 * quantised models, at most 2, which may mix languages; where it starts is our judgement: 0 from six bits per weight on
 * and with tools or JSON, whose brackets must repeat, else 1.5. Greedy drawing makes thinking models repeat themselves
 * endlessly; the demo model is the exception, its published figures were taken at temperature 0.
 *
 * @param temperature 0 for greedy
 * @param topP cut by probability mass
 * @param topK cut by rank; 0 for none
 * @param minP cut by share of the likeliest token
 * @param presencePenalty for tokens that occurred
 * @param repetitionPenalty 1 for none
 * @param maxTokens most new tokens, thought included
 */
public record RecommendedSampling(
        double temperature,
        double topP,
        int topK,
        double minP,
        double presencePenalty,
        double repetitionPenalty,
        int maxTokens) {

    private static final double BITS_OF_Q6 = 6;
    private static final double QUANTISED_PRESENCE = 1.5;

    /**
     * The recommendation for one reply.
     *
     * @param kind the model's template
     * @param thinking whether the reply thinks; counts only where the model can switch
     * @param bitsPerWeight of the quantisation, about 8.5 for Q8_0, 6.6 for Q6_K, 4.8 for Q4_K_M
     * @param tools whether tools are offered or JSON is asked for
     */
    public static RecommendedSampling of(TemplateKind kind, boolean thinking, double bitsPerWeight, boolean tools) {
        double presence = tools || bitsPerWeight >= BITS_OF_Q6 ? 0 : QUANTISED_PRESENCE;
        return switch (kind) {
            case HYBRID_V1, HYBRID_V2 -> thinking ? thinking(presence) : answering(presence, 32_768);
            case THINKING_2507 -> thinking(presence);
            case INSTRUCT_2507, CHATML -> answering(presence, 16_384);
            case CODER -> new RecommendedSampling(0.7, 0.8, 20, 0, 0, 1.05, 65_536);
            case DEMO -> new RecommendedSampling(0, 1, 0, 0, 0, 1, 2_048);
        };
    }

    private static RecommendedSampling thinking(double presence) {
        return new RecommendedSampling(0.6, 0.95, 20, 0, presence, 1, 32_768);
    }

    private static RecommendedSampling answering(double presence, int maxTokens) {
        return new RecommendedSampling(0.7, 0.8, 20, 0, presence, 1, maxTokens);
    }
}
