package dev.ponder.session;

import dev.ponder.engine.ModelInfo;
import dev.ponder.engine.Sampling;
import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.RecommendedSampling;
import dev.ponder.settings.ModelSettings;

/**
 * A model that can be talked to.
 *
 * @param id by which settings and the library know it
 * @param name for people
 * @param info what the engine says about it
 * @param template how its prompts are written, and what it can do about thinking
 * @param bitsPerWeight how finely its weights are stored
 * @param context how long its context can be
 * @param settings with which it was loaded
 */
public record LoadedModel(
        String id,
        String name,
        ModelInfo info,
        ChatTemplate template,
        double bitsPerWeight,
        ContextLimits context,
        ModelSettings settings) {

    /** What its makers recommend where no tools are offered. */
    public Sampling recommended(boolean thinking) {
        return recommended(thinking, false);
    }

    private Sampling recommended(boolean thinking, boolean tools) {
        var made = recommendation(thinking, tools);
        return new Sampling(
                made.temperature(),
                made.topK(),
                made.topP(),
                made.minP(),
                made.presencePenalty(),
                0,
                made.repetitionPenalty(),
                -1);
    }

    /**
     * How tokens are drawn: as the user set it for this model, else as recommended.
     *
     * @param tools whether tools are offered, whose brackets must repeat
     */
    public Sampling sampling(boolean thinking, boolean tools) {
        var chosen = thinking ? settings.thinkingSampling() : settings.answeringSampling();
        return chosen == null ? recommended(thinking, tools) : chosen;
    }

    /** Most tokens of a reply. */
    public int maxTokens(boolean thinking) {
        return recommendation(thinking, false).maxTokens();
    }

    private RecommendedSampling recommendation(boolean thinking, boolean tools) {
        return RecommendedSampling.of(template.kind(), thinking, bitsPerWeight, tools);
    }
}
