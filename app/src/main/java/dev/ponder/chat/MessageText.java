package dev.ponder.chat;

import dev.ponder.qwen.ToolCall;
import java.util.List;

/**
 * What a message says.
 *
 * @param content the question, the answer or a tool's result
 * @param reasoning the thought behind an answer; empty where there is none
 * @param toolCalls calls that the model made
 */
public record MessageText(String content, String reasoning, List<ToolCall> toolCalls) {

    public MessageText {
        toolCalls = List.copyOf(toolCalls);
    }

    /** Text without a thought. */
    public static MessageText of(String content) {
        return new MessageText(content, "", List.of());
    }

    /** Without content in the result, since chat text does not belong into logs. */
    @Override
    public String toString() {
        return "MessageText[" + content.length() + " and " + reasoning.length() + " characters]";
    }
}
