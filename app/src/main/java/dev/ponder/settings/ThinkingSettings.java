package dev.ponder.settings;

import dev.ponder.chat.ThinkingChoice;
import dev.ponder.thinking.Budget;
import org.jspecify.annotations.Nullable;

/**
 * What holds for thinking.
 *
 * @param choice the thinking control of a new conversation
 * @param budget of a new conversation
 * @param answerWithinSeconds with Auto, about how long a thought may take before the answer begins; null for no limit
 * @param landsLoops whether a thought that goes round in circles is brought to its answer by itself, and an answer that
 *     does so ended; else the user is asked
 */
public record ThinkingSettings(
        ThinkingChoice choice, Budget budget, @Nullable Integer answerWithinSeconds, boolean landsLoops) {

    /** What holds before anything was set. */
    public static final ThinkingSettings DEFAULT =
            new ThinkingSettings(ThinkingChoice.ON, Budget.UNLIMITED, null, false);

    public ThinkingSettings {
        if (answerWithinSeconds != null && answerWithinSeconds < 1) {
            throw new IllegalArgumentException("an answer takes at least a second");
        }
    }

    public ThinkingSettings withChoice(ThinkingChoice control) {
        return new ThinkingSettings(control, budget, answerWithinSeconds, landsLoops);
    }

    public ThinkingSettings withBudget(Budget most) {
        return new ThinkingSettings(choice, most, answerWithinSeconds, landsLoops);
    }

    public ThinkingSettings withAnswerWithinSeconds(@Nullable Integer seconds) {
        return new ThinkingSettings(choice, budget, seconds, landsLoops);
    }

    public ThinkingSettings withLandsLoops(boolean lands) {
        return new ThinkingSettings(choice, budget, answerWithinSeconds, lands);
    }
}
