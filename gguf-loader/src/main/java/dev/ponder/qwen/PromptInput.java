package dev.ponder.qwen;

import java.util.List;

/**
 * What a chat template turns into a prompt.
 *
 * @param messages at least one, oldest first
 * @param tools offered to the model; empty for none
 * @param thinking whether the reply shall think
 * @param generationPrompt end with the header of the reply to come
 */
public record PromptInput(
        List<ChatMessage> messages, List<ToolDefinition> tools, ThinkingMode thinking, boolean generationPrompt) {

    public PromptInput {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a chat needs at least one message");
        }
    }

    /** A prompt for the next reply, without tools. */
    public static PromptInput of(List<ChatMessage> messages, ThinkingMode thinking) {
        return new PromptInput(messages, List.of(), thinking, true);
    }
}
