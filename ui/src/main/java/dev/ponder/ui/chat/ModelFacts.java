package dev.ponder.ui.chat;

import dev.ponder.engine.ModelInfo;
import dev.ponder.engine.Sampling;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.session.ContextLimits;

/**
 * The model in use.
 *
 * @param id by which settings and the library know it
 * @param name for people
 * @param info what the engine says about it
 * @param template what it can do about thinking
 * @param context how long its context can be
 * @param thinkingSampling recommended while it thinks
 * @param answeringSampling recommended without thinking
 */
public record ModelFacts(
        String id,
        String name,
        ModelInfo info,
        TemplateKind template,
        ContextLimits context,
        Sampling thinkingSampling,
        Sampling answeringSampling) {}
