package dev.ponder.qwen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads chats as OpenAI's API writes them, for tests. */
final class ChatJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ChatJson() {}

    static JsonNode resource(String name) {
        try (var in = ChatJson.class.getResourceAsStream(name)) {
            return MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PromptInput input(JsonNode node) {
        var messages = new ArrayList<ChatMessage>();
        node.get("messages").forEach(message -> messages.add(message(message)));
        var tools = new ArrayList<ToolDefinition>();
        node.path("tools").forEach(tool -> tools.add(new ToolDefinition(value(tool))));
        var thinking = !node.has("enable_thinking")
                ? ThinkingMode.DEFAULT
                : node.get("enable_thinking").asBoolean() ? ThinkingMode.ON : ThinkingMode.OFF;
        return new PromptInput(
                messages, tools, thinking, node.path("add_generation_prompt").asBoolean());
    }

    static JsonValue value(JsonNode node) {
        return JsonValue.of(MAPPER.convertValue(node, Object.class));
    }

    static List<Integer> ids(JsonNode array) {
        var ids = new ArrayList<Integer>();
        array.forEach(id -> ids.add(id.asInt()));
        return ids;
    }

    private static ChatMessage message(JsonNode node) {
        var calls = new ArrayList<ToolCall>();
        for (var entry : node.path("tool_calls")) {
            var call = entry.has("function") ? entry.get("function") : entry;
            calls.add(new ToolCall(call.get("name").asText(), value(call.get("arguments"))));
        }
        return new ChatMessage(
                node.get("role").asText(), text(node.get("content")), text(node.get("reasoning_content")), calls);
    }

    private static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asText();
    }
}
