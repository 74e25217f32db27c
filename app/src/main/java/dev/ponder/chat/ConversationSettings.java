package dev.ponder.chat;

import dev.ponder.engine.Sampling;
import dev.ponder.thinking.Budget;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation is held with.
 *
 * @param thinking the thinking control
 * @param budget most tokens of a thought
 * @param tools whether the model may call the built-in tools
 * @param systemPrompt instructions; empty for none
 * @param sampling how tokens are drawn; null follows the model's settings
 * @param overflow what happens when the context is full
 * @param model the model's id; null before one was chosen
 */
public record ConversationSettings(
        ThinkingChoice thinking,
        Budget budget,
        boolean tools,
        String systemPrompt,
        @Nullable Sampling sampling,
        OverflowPolicy overflow,
        @Nullable String model) {

    /** Of a new conversation. */
    public static ConversationSettings of(ThinkingChoice thinking, @Nullable String model) {
        return new ConversationSettings(
                thinking, Budget.UNLIMITED, false, "", null, OverflowPolicy.STOP_AND_ASK, model);
    }

    public ConversationSettings withThinking(ThinkingChoice choice) {
        return new ConversationSettings(choice, budget, tools, systemPrompt, sampling, overflow, model);
    }

    public ConversationSettings withBudget(Budget most) {
        return new ConversationSettings(thinking, most, tools, systemPrompt, sampling, overflow, model);
    }

    public ConversationSettings withTools(boolean offered) {
        return new ConversationSettings(thinking, budget, offered, systemPrompt, sampling, overflow, model);
    }

    public ConversationSettings withSystemPrompt(String prompt) {
        return new ConversationSettings(thinking, budget, tools, prompt, sampling, overflow, model);
    }

    public ConversationSettings withSampling(@Nullable Sampling draw) {
        return new ConversationSettings(thinking, budget, tools, systemPrompt, draw, overflow, model);
    }

    public ConversationSettings withOverflow(OverflowPolicy policy) {
        return new ConversationSettings(thinking, budget, tools, systemPrompt, sampling, policy, model);
    }

    public ConversationSettings withModel(@Nullable String id) {
        return new ConversationSettings(thinking, budget, tools, systemPrompt, sampling, overflow, id);
    }

    /** Without the instructions, since chat text does not belong into logs. */
    @Override
    public String toString() {
        return "ConversationSettings[" + thinking + ", " + budget + ", " + overflow + ", " + model + "]";
    }
}
