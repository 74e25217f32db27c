package dev.ponder.schema;

import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.JsonValue.JsonArray;
import dev.ponder.qwen.JsonValue.JsonBoolean;
import dev.ponder.qwen.JsonValue.JsonNull;
import dev.ponder.qwen.JsonValue.JsonNumber;
import dev.ponder.qwen.JsonValue.JsonObject;
import dev.ponder.qwen.JsonValue.JsonString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns a JSON Schema (2020-12) into a GBNF grammar whose sentences are JSON that the schema allows.
 *
 * <p>Understood are {@code type}, {@code enum}, {@code const}, {@code anyOf}, {@code oneOf} of alternatives that exclude each
 * other, {@code allOf} of one, {@code $ref} within the schema, {@code properties}, {@code required},
 * {@code additionalProperties}, {@code items}, {@code minItems}, {@code maxItems}, {@code minLength}, {@code maxLength}, the
 * four bounds of whole numbers, and {@code minimum} 0 of others. Notes such as {@code title} are passed over. Everything else
 * is refused, since a grammar that left it out would promise too much.
 *
 * <p>A grammar allows less than its schema: properties come in the schema's order, and none that it does not name where it
 * names some; whole numbers have at most 15 digits.
 */
public final class SchemaGrammar {

    private final JsonValue root;
    private final GrammarRules rules = new GrammarRules();
    private final Map<String, String> referenced = new HashMap<>();

    private SchemaGrammar(JsonValue root) {
        this.root = root;
    }

    /**
     * The grammar of a schema.
     *
     * @throws SchemaException where the schema asks what a grammar cannot ask
     */
    public static String of(JsonValue schema) throws SchemaException {
        var grammar = new SchemaGrammar(schema);
        return grammar.rules.text(grammar.value(Place.root(schema)));
    }

    /** The rule of a schema. */
    private String value(Place place) throws SchemaException {
        return switch (place.schema()) {
            case JsonBoolean(var anything) when anything -> "value";
            case JsonBoolean _ -> throw SchemaException.at(place.at(), "“false” allows no value");
            case JsonObject schema -> value(new Keywords(schema, place.at()), place);
            default -> throw SchemaException.at(place.at(), "a schema must be an object, true or false");
        };
    }

    private String value(Keywords keywords, Place place) throws SchemaException {
        keywords.requireUnderstood();
        if (keywords.has("$ref")) {
            keywords.requireAlone("$ref", Set.of());
            return reference(keywords, place);
        }
        if (keywords.hasAny("const", "enum")) {
            return constants(keywords);
        }
        for (var name : List.of("anyOf", "oneOf", "allOf")) {
            if (keywords.has(name)) {
                keywords.requireAlone(name, Set.of());
                return alternatives(name, keywords, place);
            }
        }
        var ways = new ArrayList<String>();
        for (var type : types(keywords)) {
            ways.add(typed(type, keywords, place));
        }
        return ways.size() == 1 ? ways.getFirst() : rules.rule(String.join(" | ", ways));
    }

    private String reference(Keywords keywords, Place place) throws SchemaException {
        var pointer = keywords.text("$ref");
        if (place.open().contains(pointer)) {
            throw keywords.refused("“$ref” leads back to itself with nothing between");
        }
        var known = referenced.get(pointer);
        if (known != null) {
            return known;
        }
        var target = Pointers.find(root, pointer, keywords);
        var name = rules.reserve();
        referenced.put(pointer, name);
        rules.define(name, value(place.behind(target, pointer)));
        return name;
    }

    private String constants(Keywords keywords) throws SchemaException {
        var keyword = keywords.has("const") ? "const" : "enum";
        keywords.requireAlone(keyword, Set.of("type"));
        var values = keyword.equals("enum")
                ? keywords.list("enum")
                : List.of(keywords.value("const").orElseThrow());
        var types = keywords.has("type") ? types(keywords) : null;
        var literals = values.stream()
                .filter(value -> types == null || types.stream().anyMatch(type -> is(value, type)))
                .map(GrammarRules::literal)
                .toList();
        if (literals.isEmpty()) {
            throw keywords.refused("no value of " + Keywords.quoted(keyword) + " is of its type");
        }
        return rules.rule(String.join(" | ", literals));
    }

    static boolean is(JsonValue value, String type) {
        return switch (value) {
            case JsonObject _ -> type.equals("object");
            case JsonArray _ -> type.equals("array");
            case JsonString _ -> type.equals("string");
            case JsonNumber(var literal) ->
                type.equals("number") || (type.equals("integer") && literal.matches("-?\\d+(\\.0+)?"));
            case JsonBoolean _ -> type.equals("boolean");
            case JsonNull() -> type.equals("null");
        };
    }

    private String alternatives(String name, Keywords keywords, Place place) throws SchemaException {
        var schemas = keywords.list(name);
        if (name.equals("allOf") && schemas.size() > 1) {
            throw keywords.refused("“allOf” of more than one is not supported; write them as one schema");
        }
        if (name.equals("oneOf")) {
            new Exclusion(root, keywords).require(schemas);
        }
        var ways = new ArrayList<String>();
        for (int i = 0; i < schemas.size(); i++) {
            ways.add(value(place.beside(schemas.get(i), name + "/" + i)));
        }
        return rules.rule(String.join(" | ", ways));
    }

    /** The types that a schema names, or the one that its other keywords are about; everything where none are. */
    private static Set<String> types(Keywords keywords) throws SchemaException {
        var types = new LinkedHashSet<String>();
        if (keywords.value("type").orElse(null) instanceof JsonArray) {
            types.addAll(keywords.texts("type"));
        } else if (keywords.has("type")) {
            types.add(keywords.text("type"));
        } else if (keywords.hasAny("properties", "required", "additionalProperties")) {
            types.add("object");
        } else if (keywords.hasAny("items", "minItems", "maxItems")) {
            types.add("array");
        } else if (keywords.hasAny("minLength", "maxLength")) {
            types.add("string");
        } else if (keywords.hasAny("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")) {
            types.add("integer");
        } else {
            types.add("value");
        }
        if (types.isEmpty()) {
            throw keywords.refused("“type” names none");
        }
        return types;
    }

    private String typed(String type, Keywords keywords, Place place) throws SchemaException {
        return switch (type) {
            case "object" -> object(keywords, place);
            case "array" -> array(keywords, place);
            case "string" -> string(keywords);
            case "integer" -> rules.rule(IntegerRange.of(keywords).expression());
            case "number" -> number(keywords);
            case "boolean", "null", "value" -> type;
            default -> throw keywords.refused("“type” names " + Keywords.quoted(type) + ", which is no type of JSON");
        };
    }

    private String number(Keywords keywords) throws SchemaException {
        for (var bound : List.of("maximum", "exclusiveMinimum", "exclusiveMaximum")) {
            if (keywords.has(bound)) {
                throw keywords.refused(Keywords.quoted(bound)
                        + " is supported for the type “integer” alone; change the type or take it out");
            }
        }
        var least = keywords.number("minimum");
        if (least.isPresent() && least.get().signum() != 0) {
            throw keywords.refused("“minimum” of the type “number” can be 0 alone; change the type or take it out");
        }
        return least.isPresent() ? "size" : "number";
    }

    private String string(Keywords keywords) throws SchemaException {
        if (!keywords.hasAny("minLength", "maxLength")) {
            return "string";
        }
        var length = Repeats.of(keywords, "minLength", "maxLength");
        return rules.rule(length.isNever() ? "\"\\\"\\\"\"" : "\"\\\"\" char" + length.suffix() + " \"\\\"\"");
    }

    private String array(Keywords keywords, Place place) throws SchemaException {
        var size = Repeats.of(keywords, "minItems", "maxItems");
        if (size.isNever()) {
            return rules.rule("\"[\" ws \"]\"");
        }
        var items = keywords.value("items");
        var item = items.isEmpty() ? "value" : value(place.inside(items.get(), "items"));
        var all = item + " (\",\" ws " + item + ")" + size.suffixAfterOne() + " ws";
        return rules.rule("\"[\" ws " + (size.least() == 0 ? "(" + all + ")?" : all) + " \"]\"");
    }

    private String object(Keywords keywords, Place place) throws SchemaException {
        var properties = keywords.schemas("properties");
        var required = Set.copyOf(keywords.texts("required"));
        var others = keywords.value("additionalProperties").orElse(new JsonBoolean(true));
        for (var name : keywords.texts("required")) {
            properties.putIfAbsent(name, others);
        }
        if (properties.isEmpty()) {
            return others instanceof JsonBoolean(var allowed) && !allowed
                    ? rules.rule("\"{\" ws \"}\"")
                    : named("string", value(place.inside(others, "additionalProperties")));
        }
        var members = new ArrayList<Member>();
        for (var property : properties.entrySet()) {
            var name = property.getKey();
            var rule = value(place.inside(property.getValue(), "properties/" + name));
            var text = GrammarRules.literal(new JsonString(name)) + " \":\" ws " + rule;
            members.add(new Member(rules.rule(text), required.contains(name)));
        }
        return rules.rule("\"{\" ws " + first(members, 0) + " \"}\"");
    }

    /** An object of any names. */
    private String named(String name, String value) throws SchemaException {
        var member = rules.rule(name + " \":\" ws " + value);
        return rules.rule("\"{\" ws (" + member + " (\",\" ws " + member + ")* ws)? \"}\"");
    }

    private record Member(String rule, boolean required) {}

    /** The members from an index on where none has been written yet. */
    private String first(List<Member> members, int index) throws SchemaException {
        var member = members.get(index);
        var here = member.rule() + " " + more(members, index + 1) + "ws";
        if (member.required()) {
            return rules.rule(here);
        }
        return index + 1 == members.size() ? "(" + here + ")?" : rules.rule(here + " | " + first(members, index + 1));
    }

    /** The members from an index on behind another; with a blank behind unless nothing can follow. */
    private String more(List<Member> members, int index) throws SchemaException {
        if (index == members.size()) {
            return "";
        }
        var member = members.get(index);
        var here = "\",\" ws " + member.rule();
        return rules.rule((member.required() ? here : "(" + here + ")?") + " " + more(members, index + 1)) + " ";
    }
}
