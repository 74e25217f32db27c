package dev.ponder.engine;

/**
 * How long a reply may think before it is brought to its answer. All in tokens; those of a thought are counted as the
 * model draws them, without the tags around it.
 *
 * <p>A budget that the context or {@link GenerationRequest#maxTokens} cannot hold beside the answer is lowered, and the
 * reply says so by {@link GenerationEvent.ThinkingPlanned}.
 *
 * @param budget most tokens of thought before the landing begins, 0 for none; {@link #UNLIMITED} for as many as there
 *     is room for
 * @param grace further tokens that a thought which has used up its budget may take to come to the end of its line
 * @param answerTokens room for the answer that the thought may not use; where there is little room in all, at most half
 *     of it
 */
public record ThinkingLimit(int budget, int grace, int answerTokens) {

    /** The budget of a thought that only has to leave room for an answer. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** No budget: the thought lands before it has used up the room that its answer needs. */
    public static final ThinkingLimit NONE = new ThinkingLimit(UNLIMITED, 64, 512);

    public ThinkingLimit {
        if (budget < 0 || grace < 0) {
            throw new IllegalArgumentException("a thought cannot have less than no tokens");
        }
        if (answerTokens < 1) {
            throw new IllegalArgumentException("an answer has at least one token");
        }
    }

    /** A budget with a grace that goes with it, a quarter but 16 to 64 tokens, and the usual room for the answer. */
    public static ThinkingLimit of(int budget) {
        return new ThinkingLimit(budget, Math.clamp(budget / 4, 16, NONE.grace), NONE.answerTokens);
    }
}
