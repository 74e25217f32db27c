package dev.ponder.schema;

import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.JsonValue.JsonArray;
import dev.ponder.qwen.JsonValue.JsonBoolean;
import dev.ponder.qwen.JsonValue.JsonNull;
import dev.ponder.qwen.JsonValue.JsonNumber;
import dev.ponder.qwen.JsonValue.JsonObject;
import dev.ponder.qwen.JsonValue.JsonString;
import java.util.stream.Collectors;

/** JSON without blank space. */
final class CompactJson {

    private static final char FIRST_PRINTABLE = 0x20;
    private static final char DELETE = 0x7F;

    private CompactJson() {}

    static String text(JsonValue value) {
        return switch (value) {
            case JsonObject(var members) ->
                members.entrySet().stream()
                        .map(member -> string(member.getKey()) + ":" + text(member.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case JsonArray(var items) ->
                items.stream().map(CompactJson::text).collect(Collectors.joining(",", "[", "]"));
            case JsonString(var text) -> string(text);
            case JsonNumber(var literal) -> literal;
            case JsonBoolean(var flag) -> String.valueOf(flag);
            case JsonNull() -> "null";
        };
    }

    private static String string(String text) {
        var out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE || c == DELETE) {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
