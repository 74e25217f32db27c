package dev.ponder.chat;

import dev.ponder.engine.Sampling;
import org.jspecify.annotations.Nullable;

/**
 * What a conversation is held with.
 *
 * @param thinking the thinking control
 * @param systemPrompt instructions; empty for none
 * @param sampling how tokens are drawn; null follows the model's settings
 * @param overflow what happens when the context is full
 * @param model the model's id; null before one was chosen
 */
public record ConversationSettings(
        ThinkingChoice thinking,
        String systemPrompt,
        @Nullable Sampling sampling,
        OverflowPolicy overflow,
        @Nullable String model) {

    /** Of a new conversation. */
    public static ConversationSettings of(ThinkingChoice thinking, @Nullable String model) {
        return new ConversationSettings(thinking, "", null, OverflowPolicy.STOP_AND_ASK, model);
    }

    public ConversationSettings withThinking(ThinkingChoice choice) {
        return new ConversationSettings(choice, systemPrompt, sampling, overflow, model);
    }

    public ConversationSettings withSystemPrompt(String prompt) {
        return new ConversationSettings(thinking, prompt, sampling, overflow, model);
    }

    public ConversationSettings withSampling(@Nullable Sampling draw) {
        return new ConversationSettings(thinking, systemPrompt, draw, overflow, model);
    }

    public ConversationSettings withOverflow(OverflowPolicy policy) {
        return new ConversationSettings(thinking, systemPrompt, sampling, policy, model);
    }

    public ConversationSettings withModel(@Nullable String id) {
        return new ConversationSettings(thinking, systemPrompt, sampling, overflow, id);
    }

    /** Without the instructions, since chat text does not belong into logs. */
    @Override
    public String toString() {
        return "ConversationSettings[" + thinking + ", " + overflow + ", " + model + "]";
    }
}
