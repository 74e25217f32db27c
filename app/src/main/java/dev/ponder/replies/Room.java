package dev.ponder.replies;

import dev.ponder.chat.ContextRequest;
import dev.ponder.engine.ThinkingLimit;
import dev.ponder.session.LoadedModel;
import dev.ponder.thinking.Budget;

/** How much of a context is kept free for the reply. */
final class Room {
    private static final int THINKING = 2048;
    private static final int LEAST_THINKING = 512;
    private static final int ANSWER = 1024;
    private static final int GRACE = 64;

    private Room() {}

    /**
     * Up to an eighth of the context for the answer, and the budget for the thought; without a budget up to a quarter of
     * the context. Where that does not fit, at least a sixteenth stays for the thought.
     *
     * @param budget of the thought; none where the reply does not think
     */
    static ContextRequest.Room of(LoadedModel model, Budget budget) {
        int size = model.info().contextSize();
        int wanted = budget.isUnlimited() ? Math.min(THINKING, size / 4) : wanted(budget, size);
        int least = Math.min(wanted, Math.min(LEAST_THINKING, size / 16));
        return new ContextRequest.Room(size, wanted, least, answer(model));
    }

    /** A budget with its grace; never more than there is. */
    private static int wanted(Budget budget, int size) {
        return budget.isNone() ? 0 : Math.min(budget.tokens() + grace(budget), size);
    }

    private static int answer(LoadedModel model) {
        return Math.min(ANSWER, model.info().contextSize() / 8);
    }

    private static int grace(Budget budget) {
        return Math.min(GRACE, budget.tokens());
    }

    /** The same for the engine. */
    static ThinkingLimit limit(LoadedModel model, Budget budget) {
        return new ThinkingLimit(budget.tokens(), grace(budget), answer(model));
    }
}
