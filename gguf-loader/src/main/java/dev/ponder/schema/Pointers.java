package dev.ponder.schema;

import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.JsonValue.JsonArray;
import dev.ponder.qwen.JsonValue.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON pointers within one document, as references write them (RFC 6901, fragment form). */
final class Pointers {

    private Pointers() {}

    /**
     * What a reference leads to.
     *
     * @param from where it stands, for the refusal
     */
    static JsonValue find(JsonValue root, String pointer, Keywords from) throws SchemaException {
        if (!pointer.equals("#") && !pointer.startsWith("#/")) {
            throw from.refused(
                    "“$ref” to " + Keywords.quoted(pointer) + " is not supported; refer to a part of this schema");
        }
        JsonValue found = root;
        // the pointer begins with a slash, so what stands before it is no step
        for (var step : pointer.equals("#")
                ? List.<String>of()
                : List.of(pointer.substring(2).split("/", -1))) {
            found = step(found, decoded(step, from));
            if (found == null) {
                throw from.refused("“$ref” to " + Keywords.quoted(pointer) + " leads nowhere");
            }
        }
        return found;
    }

    private static String decoded(String step, Keywords from) throws SchemaException {
        try {
            var plain = URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
            return plain.replace("~1", "/").replace("~0", "~");
        } catch (IllegalArgumentException _) {
            throw from.refused("“$ref” cannot be read");
        }
    }

    private static @Nullable JsonValue step(JsonValue value, String step) {
        return switch (value) {
            case JsonObject(var members) -> members.get(step);
            case JsonArray(var items) ->
                step.matches("\\d{1,6}") && Integer.parseInt(step) < items.size()
                        ? items.get(Integer.parseInt(step))
                        : null;
            default -> null;
        };
    }
}
