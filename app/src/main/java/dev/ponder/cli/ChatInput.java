package dev.ponder.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.ToolDefinition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chat that was handed over as JSON.
 *
 * @param messages at least one, oldest first
 * @param tools offered to the model; may be empty
 * @param thinking {@code think} or {@code enable_thinking}; null where neither is given
 * @param generationPrompt {@code add_generation_prompt}; true where it is not given
 * @param id {@code id}; null where it is not given
 */
record ChatInput(
        List<ChatMessage> messages,
        List<ToolDefinition> tools,
        @Nullable Boolean thinking,
        boolean generationPrompt,
        @Nullable JsonNode id) {

    ChatInput {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /** One question without history. */
    static ChatInput of(List<ChatMessage> messages) {
        return new ChatInput(messages, List.of(), null, true, null);
    }

    /**
     * The chat with instructions in front.
     *
     * @param text the instructions; null for none
     * @throws CliException where it has instructions already
     */
    ChatInput withSystem(@Nullable String text) throws CliException {
        if (text == null) {
            return this;
        }
        if (messages.getFirst().role().equals(ChatMessage.SYSTEM)) {
            throw CliException.badInput(
                    "two-systems", "The messages begin with a system message already, so --system has no place.");
        }
        var all = new ArrayList<ChatMessage>();
        all.add(ChatMessage.system(text));
        all.addAll(messages);
        return new ChatInput(all, tools, thinking, generationPrompt, id);
    }
}
