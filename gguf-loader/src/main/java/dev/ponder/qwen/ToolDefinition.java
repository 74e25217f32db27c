package dev.ponder.qwen;

/**
 * A tool offered to the model. The template writes it as one line of JSON and reads nothing in it.
 *
 * @param json for Qwen3 {@code {"type": "function", "function": {"name": .., "description": .., "parameters": ..}}}
 */
public record ToolDefinition(JsonValue json) {}
