package dev.ponder.schema;

import dev.ponder.qwen.JsonValue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A schema within the schema.
 *
 * @param schema which
 * @param at its JSON pointer
 * @param depth how many schemas it lies in
 * @param open references that were followed on the way here with no object or array between
 */
record Place(JsonValue schema, String at, int depth, Set<String> open) {

    /** Deeper schemas are refused. */
    private static final int DEEPEST = 64;

    static Place root(JsonValue schema) {
        return new Place(schema, "#", 0, Set.of());
    }

    /** A schema of something that an object or array holds. */
    Place inside(JsonValue inner, String step) throws SchemaException {
        return new Place(inner, at + "/" + step, deeper(), Set.of());
    }

    /** Another schema of the same value. */
    Place beside(JsonValue other, String step) throws SchemaException {
        return new Place(other, at + "/" + step, deeper(), open);
    }

    /** What a reference leads to. */
    Place behind(JsonValue target, String pointer) throws SchemaException {
        var followed = Stream.concat(open.stream(), Stream.of(pointer)).collect(Collectors.toUnmodifiableSet());
        return new Place(target, pointer, deeper(), followed);
    }

    private int deeper() throws SchemaException {
        if (depth >= DEEPEST) {
            throw SchemaException.at(at, "it is nested deeper than " + DEEPEST + " levels; make it flatter");
        }
        return depth + 1;
    }
}
