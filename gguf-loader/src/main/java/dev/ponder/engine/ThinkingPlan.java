package dev.ponder.engine;

/**
 * What a thought may cost, given the room there is. All in tokens.
 *
 * @param budget of the thought before the landing
 * @param grace beyond it, to come to the end of a line
 */
record ThinkingPlan(int budget, int grace) {

    /** A thought of which only the end of its line is missing needs no more of a small room than this share. */
    private static final int GRACE_SHARE = 4;

    /**
     * Plans a thought.
     *
     * @param asked what was asked for
     * @param room for thought and answer together, tags and the landing sentence set aside
     */
    static ThinkingPlan of(ThinkingLimit asked, int room) {
        int answer = Math.clamp(asked.answerTokens(), 1, Math.max(1, room / 2));
        int most = Math.max(0, room - answer);
        if (asked.budget() <= most) {
            return new ThinkingPlan(asked.budget(), Math.min(asked.grace(), most - asked.budget()));
        }
        int grace = Math.min(asked.grace(), most / GRACE_SHARE);
        return new ThinkingPlan(most - grace, grace);
    }

    /** Most tokens of a thought. */
    int limit() {
        return budget + grace;
    }
}
