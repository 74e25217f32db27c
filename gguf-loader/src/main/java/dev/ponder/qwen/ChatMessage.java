package dev.ponder.qwen;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a chat, as the chat template sees it.
 *
 * <p>Keep a thought in one place: with {@code reasoning} set, even to the empty string, the templates leave think tags
 * inside {@code content} as they are.
 *
 * @param role {@link #SYSTEM}, {@link #USER}, {@link #ASSISTANT} or {@link #TOOL}; Qwen's templates render nothing for
 *     any other
 * @param content the text; null counts as empty, as in an assistant message that only calls tools
 * @param reasoning the thought behind an assistant's answer ({@code reasoning_content}); null where content may hold it
 * @param toolCalls calls that the assistant made
 */
public record ChatMessage(
        String role, @Nullable String content, @Nullable String reasoning, List<ToolCall> toolCalls) {

    /** Instructions; the first message, or later ones in place. */
    public static final String SYSTEM = "system";
    /** What the user says. */
    public static final String USER = "user";
    /** What the model said. */
    public static final String ASSISTANT = "assistant";
    /** What a tool returned. */
    public static final String TOOL = "tool";

    public ChatMessage {
        toolCalls = List.copyOf(toolCalls);
    }

    /** Instructions. */
    public static ChatMessage system(String content) {
        return new ChatMessage(SYSTEM, content, null, List.of());
    }

    /** A question, files included. */
    public static ChatMessage user(String content) {
        return new ChatMessage(USER, content, null, List.of());
    }

    /** An answer; a thought in think tags may stand before it. */
    public static ChatMessage assistant(String content) {
        return new ChatMessage(ASSISTANT, content, null, List.of());
    }

    /** An answer and the thought behind it. */
    public static ChatMessage assistant(String reasoning, String content) {
        return new ChatMessage(ASSISTANT, content, reasoning, List.of());
    }

    /** The result of a tool call. */
    public static ChatMessage tool(String content) {
        return new ChatMessage(TOOL, content, null, List.of());
    }

    /** The content, empty where there is none. */
    public String text() {
        return content == null ? "" : content;
    }

    boolean is(String wanted) {
        return role.equals(wanted);
    }
}
