package dev.ponder.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.qwen.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SchemaGrammarTest {

    private static String grammar(Object schema) throws SchemaException {
        return SchemaGrammar.of(JsonValue.of(schema));
    }

    private static String refusal(Object schema) {
        return assertThrows(SchemaException.class, () -> grammar(schema)).sentence();
    }

    private static Map<String, Object> object(Map<String, ?> properties) {
        return Map.of("type", "object", "properties", new TreeMap<>(properties));
    }

    @Test
    void namesWhatItDoesNotSupportAndWhereItStands() {
        var schema = object(Map.of("name", Map.of("type", "string", "pattern", "^a")));

        assertEquals(
                "The schema cannot be used: “pattern” is not supported; take it out (at #/properties/name).",
                refusal(schema));
    }

    @Test
    void refusesEveryKeywordThatAGrammarCannotAsk() {
        for (var keyword : List.of(
                "not",
                "if",
                "patternProperties",
                "propertyNames",
                "minProperties",
                "multipleOf",
                "uniqueItems",
                "contains",
                "prefixItems",
                "format",
                "dependentRequired",
                "unevaluatedProperties",
                "minLenght")) {
            assertTrue(refusal(Map.of(keyword, 1)).contains("“" + keyword + "”"), keyword);
        }
    }

    @Test
    void passesOverNotes() throws Exception {
        assertEquals(
                grammar(Map.of("type", "null")),
                grammar(Map.of("type", "null", "title", "Nothing", "description", "of value", "x-order", 3)));
    }

    @Test
    void refusesKeywordsThatWouldHaveToHoldTogether() {
        assertTrue(refusal(Map.of("$ref", "#/$defs/a", "type", "object")).contains("“type” next to “$ref”"));
        assertTrue(refusal(Map.of("anyOf", List.of(true), "properties", Map.of()))
                .contains("“properties” next to “anyOf”"));
        assertTrue(refusal(Map.of("enum", List.of(1), "maximum", 3)).contains("“maximum” next to “enum”"));
    }

    @Test
    void takesOneOfOnlyWhereAlternativesExcludeEachOther() throws Exception {
        grammar(Map.of("oneOf", List.of(Map.of("type", "string"), Map.of("type", "integer"))));
        grammar(Map.of("oneOf", List.of(kind("cat"), kind("dog"))));

        assertTrue(refusal(Map.of("oneOf", List.of(Map.of("type", "number"), Map.of("type", "integer"))))
                .contains("alternatives 1 and 2 of “oneOf”"));
        assertTrue(refusal(Map.of("oneOf", List.of(kind("cat"), kind("cat")))).contains("use “anyOf”"));
    }

    private static Map<String, Object> kind(String name) {
        return Map.of(
                "type", "object", "properties", Map.of("kind", Map.of("const", name)), "required", List.of("kind"));
    }

    @Test
    void followsReferencesWithinTheSchemaAlsoIntoThemselves() throws Exception {
        var tree = Map.of(
                "$ref",
                "#/$defs/tree",
                "$defs",
                Map.of("tree", object(Map.of("children", Map.of("items", Map.of("$ref", "#/$defs/tree"))))));

        assertTrue(grammar(tree).contains("children"));
    }

    @Test
    void refusesReferencesThatLeadNowhereElsewhereOrBack() {
        assertTrue(refusal(Map.of("$ref", "#/$defs/no")).contains("leads nowhere"));
        assertTrue(refusal(Map.of("$ref", "https://example.org/schema")).contains("is not supported"));
        assertTrue(refusal(Map.of("$ref", "#")).contains("back to itself"));
        var round =
                Map.of("a", Map.of("$ref", "#/$defs/b"), "b", Map.of("anyOf", List.of(Map.of("$ref", "#/$defs/a"))));
        assertTrue(refusal(Map.of("$ref", "#/$defs/a", "$defs", round)).contains("back to itself"));
    }

    @Test
    void refusesWhatAllowsNothing() {
        assertTrue(refusal(false).contains("allows no value"));
        assertTrue(refusal(Map.of("type", "string", "enum", List.of(1, 2))).contains("is of its type"));
        assertTrue(
                refusal(Map.of("type", "array", "minItems", 3, "maxItems", 2)).contains("is less than"));
        assertTrue(refusal(Map.of("type", List.of())).contains("names none"));
        assertTrue(refusal(Map.of("type", "text")).contains("no type of JSON"));
    }

    @Test
    void refusesWhatIsNoSchema() {
        assertTrue(refusal(3).contains("must be an object, true or false"));
        assertTrue(refusal(Map.of("properties", 3)).contains("must be an object"));
        assertTrue(refusal(Map.of("maxLength", -1)).contains("whole number"));
        assertTrue(refusal(Map.of("maxLength", 100_000)).contains("at most 1000"));
        Object deep = true;
        for (int i = 0; i < 100; i++) {
            deep = Map.of("items", deep);
        }
        assertTrue(refusal(deep).contains("nested deeper"));
    }

    @Test
    void writesNamesSoThatNoneCanEndItsLiteral() throws Exception {
        var grammar = grammar(object(Map.of("a\"b\\c\nd", true)));

        assertTrue(grammar.contains("\"\\\"a\\\\\\\"b\\\\\\\\c\\\\u000ad\\\"\""), grammar);
        assertFalse(grammar.contains("c\nd"), grammar);
    }
}
