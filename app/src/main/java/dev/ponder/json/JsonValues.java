package dev.ponder.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.JsonValue.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON as Jackson reads it, as the values that chat templates know. */
public final class JsonValues {

    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonValues() {}

    /** An object given as a value or as its text; without members where it is neither. */
    public static JsonObject object(JsonValue value) {
        return switch (value) {
            case JsonObject object -> object;
            case JsonValue.JsonString(var text) -> read(text);
            default -> new JsonObject(Map.of());
        };
    }

    private static JsonObject read(String text) {
        try {
            return value(JSON.readTree(text)) instanceof JsonObject object ? object : new JsonObject(Map.of());
        } catch (JsonProcessingException _) {
            // whoever needs a member will miss it and say so
            return new JsonObject(Map.of());
        }
    }

    /** Any value. */
    public static JsonValue value(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                var members = new LinkedHashMap<String, JsonValue>();
                node.properties().forEach(member -> members.put(member.getKey(), value(member.getValue())));
                yield new JsonObject(members);
            }
            case ARRAY ->
                new JsonValue.JsonArray(
                        node.valueStream().map(JsonValues::value).toList());
            case NUMBER -> new JsonValue.JsonNumber(node.asText());
            case STRING -> new JsonValue.JsonString(node.textValue());
            case BOOLEAN -> new JsonValue.JsonBoolean(node.booleanValue());
            case NULL, MISSING, BINARY, POJO -> new JsonValue.JsonNull();
        };
    }
}
