package dev.ponder.schema;

import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.JsonValue.JsonArray;
import dev.ponder.qwen.JsonValue.JsonObject;
import dev.ponder.qwen.JsonValue.JsonString;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether alternatives exclude each other, as far as that can be seen: by their types, by their constants, or by a property
 * that all of them require with different constants.
 *
 * @param root the whole schema, for references
 * @param from where the alternatives stand
 */
record Exclusion(JsonValue root, Keywords from) {

    private static final int LONGEST_CHAIN = 16;

    /** Refuses alternatives of which a value could match two, since that is what {@code oneOf} forbids. */
    void require(List<JsonValue> schemas) throws SchemaException {
        for (int i = 0; i < schemas.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (!exclude(target(schemas.get(i)), target(schemas.get(j)))) {
                    throw from.refused("alternatives " + (j + 1) + " and " + (i + 1)
                            + " of “oneOf” may both match a value; use “anyOf”");
                }
            }
        }
    }

    private boolean exclude(JsonValue one, JsonValue other) throws SchemaException {
        var types = types(one);
        var otherTypes = types(other);
        if (types != null && otherTypes != null && Collections.disjoint(types, otherTypes)) {
            return true;
        }
        var values = constants(one);
        var otherValues = constants(other);
        return (values != null && otherValues != null && Collections.disjoint(values, otherValues))
                || tellApart(one, other);
    }

    private boolean tellApart(JsonValue one, JsonValue other) throws SchemaException {
        if (!Set.of("object").equals(types(one)) || !Set.of("object").equals(types(other))) {
            return false;
        }
        var names = required(one);
        names.retainAll(required(other));
        for (var name : names) {
            var values = constants(property(one, name));
            var others = constants(property(other, name));
            if (values != null && others != null && Collections.disjoint(values, others)) {
                return true;
            }
        }
        return false;
    }

    private JsonValue target(JsonValue schema) throws SchemaException {
        var found = schema;
        for (int i = 0; i < LONGEST_CHAIN && found instanceof JsonObject(var members); i++) {
            if (!(members.get("$ref") instanceof JsonString(var pointer))) {
                return found;
            }
            found = Pointers.find(root, pointer, from);
        }
        return found;
    }

    private @Nullable JsonValue property(JsonValue schema, String name) throws SchemaException {
        return schema instanceof JsonObject(var members)
                        && members.get("properties") instanceof JsonObject(var properties)
                        && properties.containsKey(name)
                ? target(properties.get(name))
                : null;
    }

    private static Set<String> required(JsonValue schema) {
        return schema instanceof JsonObject(var members) && members.get("required") instanceof JsonArray(var names)
                ? names.stream()
                        .flatMap(name -> name instanceof JsonString(var text) ? Stream.of(text) : Stream.of())
                        .collect(Collectors.toCollection(HashSet::new))
                : new HashSet<>();
    }

    /** The types that a schema allows, a whole number being a number too; null where it does not say. */
    private static @Nullable Set<String> types(JsonValue schema) {
        if (!(schema instanceof JsonObject(var members))) {
            return null;
        }
        var named = members.get("type");
        var all = named instanceof JsonArray(var items) ? items : named == null ? List.<JsonValue>of() : List.of(named);
        var types = all.stream()
                .flatMap(type -> type instanceof JsonString(var text) ? Stream.of(text) : Stream.of())
                .map(type -> type.equals("integer") ? "number" : type)
                .collect(Collectors.toSet());
        return types.isEmpty() ? null : types;
    }

    /** The values that a schema allows, as text; null where they cannot be listed. */
    private static @Nullable Set<String> constants(@Nullable JsonValue schema) {
        if (!(schema instanceof JsonObject(var members))) {
            return null;
        }
        var value = members.get("const");
        if (value != null) {
            return Set.of(CompactJson.text(value));
        }
        return members.get("enum") instanceof JsonArray(var values)
                ? values.stream().map(CompactJson::text).collect(Collectors.toSet())
                : null;
    }
}
