package dev.ponder.qwen;

/**
 * A call that the model made in an earlier turn.
 *
 * @param name the tool's name, written as it is
 * @param arguments a string is written verbatim, being JSON already; anything else is written as JSON
 */
public record ToolCall(String name, JsonValue arguments) {

    /**
     * A call whose arguments are JSON text, kept byte for byte.
     *
     * @param arguments JSON as the model wrote it
     */
    public static ToolCall ofText(String name, String arguments) {
        return new ToolCall(name, new JsonValue.JsonString(arguments));
    }
}
