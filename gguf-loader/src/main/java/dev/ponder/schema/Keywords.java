package dev.ponder.schema;

import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.JsonValue.JsonArray;
import dev.ponder.qwen.JsonValue.JsonNumber;
import dev.ponder.qwen.JsonValue.JsonObject;
import dev.ponder.qwen.JsonValue.JsonString;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The keywords of one schema.
 *
 * @param members by name
 * @param at the schema's JSON pointer
 */
record Keywords(Map<String, JsonValue> members, String at) {

    /** They say something about a schema and ask nothing of a value. */
    private static final Set<String> NOTES = Set.of(
            "$schema",
            "$id",
            "$comment",
            "$defs",
            "definitions",
            "title",
            "description",
            "default",
            "examples",
            "deprecated",
            "readOnly",
            "writeOnly");

    /** They ask something of a value, and a grammar can ask it too. */
    private static final Set<String> UNDERSTOOD = Set.of(
            "type",
            "enum",
            "const",
            "anyOf",
            "oneOf",
            "allOf",
            "$ref",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "maxItems",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum");

    Keywords(JsonObject schema, String at) {
        this(schema.members(), at);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    boolean hasAny(String... names) {
        return List.of(names).stream().anyMatch(this::has);
    }

    /** Refuses what no grammar can ask; {@code x-} stands before notes of other programs. */
    void requireUnderstood() throws SchemaException {
        for (var name : members.keySet()) {
            if (!NOTES.contains(name) && !UNDERSTOOD.contains(name) && !name.startsWith("x-")) {
                throw refused(quoted(name) + " is not supported; take it out");
            }
        }
    }

    /** Refuses keywords that would have to hold together with another, beside those allowed. */
    void requireAlone(String keyword, Set<String> allowed) throws SchemaException {
        var others = new TreeSet<>(members.keySet());
        others.retainAll(UNDERSTOOD);
        others.remove(keyword);
        others.removeAll(allowed);
        if (!others.isEmpty()) {
            throw refused(quoted(others.first()) + " next to " + quoted(keyword) + " is not supported; take one out");
        }
    }

    Optional<JsonValue> value(String name) {
        return Optional.ofNullable(members.get(name));
    }

    String text(String name) throws SchemaException {
        if (members.get(name) instanceof JsonString(var text)) {
            return text;
        }
        throw refused(quoted(name) + " must be a string");
    }

    /** A list that is not empty. */
    List<JsonValue> list(String name) throws SchemaException {
        if (members.get(name) instanceof JsonArray(var items) && !items.isEmpty()) {
            return items;
        }
        throw refused(quoted(name) + " must be a list of at least one");
    }

    /** Texts, none where the keyword is missing. */
    List<String> texts(String name) throws SchemaException {
        var texts = new ArrayList<String>();
        if (!has(name)) {
            return texts;
        }
        if (!(members.get(name) instanceof JsonArray(var items))) {
            throw refused(quoted(name) + " must be a list of strings");
        }
        for (var item : items) {
            if (!(item instanceof JsonString(var text))) {
                throw refused(quoted(name) + " must be a list of strings");
            }
            texts.add(text);
        }
        return texts;
    }

    /** Schemas by name, none where the keyword is missing. */
    Map<String, JsonValue> schemas(String name) throws SchemaException {
        if (!has(name)) {
            return new LinkedHashMap<>();
        }
        if (members.get(name) instanceof JsonObject(var schemas)) {
            return new LinkedHashMap<>(schemas);
        }
        throw refused(quoted(name) + " must be an object");
    }

    Optional<BigDecimal> number(String name) throws SchemaException {
        if (!has(name)) {
            return Optional.empty();
        }
        if (members.get(name) instanceof JsonNumber(var literal)) {
            return Optional.of(new BigDecimal(literal));
        }
        throw refused(quoted(name) + " must be a number");
    }

    /** A count that is repeated in a grammar, where there is one. */
    Optional<Integer> count(String name) throws SchemaException {
        var number = number(name);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        var value = number.get().stripTrailingZeros();
        if (value.signum() < 0 || value.scale() > 0) {
            throw refused(quoted(name) + " must be a whole number from 0");
        }
        if (value.compareTo(BigDecimal.valueOf(Repeats.MOST)) > 0) {
            throw refused(quoted(name) + " can be at most " + Repeats.MOST + "; take it out or lower it");
        }
        return Optional.of(value.intValueExact());
    }

    SchemaException refused(String what) {
        return SchemaException.at(at, what);
    }

    static String quoted(String name) {
        return "“" + name + "”";
    }
}
