package dev.ponder.qwen;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A JSON value as the chat template sees it: keys keep their order, numbers their exact text. Immutable. */
public sealed interface JsonValue {

    /**
     * An object.
     *
     * @param members by key, in order
     */
    record JsonObject(Map<String, JsonValue> members) implements JsonValue {
        public JsonObject {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /**
     * An array.
     *
     * @param items in order
     */
    record JsonArray(List<JsonValue> items) implements JsonValue {
        public JsonArray {
            items = List.copyOf(items);
        }
    }

    /**
     * A string.
     *
     * @param text without quotes and escapes
     */
    record JsonString(String text) implements JsonValue {}

    /**
     * A number. With a point or an exponent it is a float, else an integer of any size.
     *
     * @param literal as JSON writes it
     */
    record JsonNumber(String literal) implements JsonValue {
        private static final Pattern GRAMMAR = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

        public JsonNumber {
            if (!GRAMMAR.matcher(literal).matches()) {
                throw new IllegalArgumentException("not a JSON number: " + literal);
            }
        }
    }

    /** True or false. */
    record JsonBoolean(boolean value) implements JsonValue {}

    /** The value null. */
    record JsonNull() implements JsonValue {}

    /**
     * Takes over a tree of plain Java values, as any JSON library can give it.
     *
     * @param value a {@link Map} with keys as text, a {@link List}, a {@link String}, a {@link Number}, a
     *     {@link Boolean}, null, or a {@link JsonValue}
     * @throws IllegalArgumentException for anything else, and for numbers that JSON lacks (NaN, infinity)
     */
    static JsonValue of(@Nullable Object value) {
        return switch (value) {
            case null -> new JsonNull();
            case JsonValue json -> json;
            case Map<?, ?> map -> object(map);
            case List<?> list -> array(list);
            case String text -> new JsonString(text);
            case Number number -> new JsonNumber(number.toString());
            case Boolean bool -> new JsonBoolean(bool);
            default -> throw new IllegalArgumentException("no JSON value: " + value.getClass());
        };
    }

    /**
     * This value as Python's {@code json.dumps(value, ensure_ascii=False)} writes it, which is what the chat templates'
     * {@code tojson} means.
     */
    default String toPythonJson() {
        return PythonJson.render(this);
    }

    private static JsonObject object(Map<?, ?> map) {
        var members = new LinkedHashMap<String, JsonValue>();
        map.forEach((key, member) -> members.put(String.valueOf(key), of(member)));
        return new JsonObject(members);
    }

    private static JsonArray array(List<?> list) {
        var items = new ArrayList<JsonValue>();
        for (var item : list) {
            items.add(of(item));
        }
        return new JsonArray(items);
    }
}
