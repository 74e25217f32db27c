package dev.ponder.schema;

import dev.ponder.qwen.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The rules of a grammar under construction. */
final class GrammarRules {

    /** More rules are refused: a grammar that large would slow every token down. */
    private static final int MOST = 4000;

    /**
     * Blank space where JSON allows some: as models write it, on one line or indented, and never so much that a model could
     * go on with it for ever.
     */
    static final String SPACE = "ws";

    /** What GBNF can say about JSON in general, by the name of its rule. */
    private static final Map<String, String> GENERAL = Map.of(
            SPACE,
            "| \" \" | \"\\n\" [ ]{0,24}",
            "char",
            // an escaped half of a pair would be no character, and a whole pair two where a length counts one
            "[^\"\\\\\\x7F\\x00-\\x1F] | \"\\\\\" ([\"\\\\/bfnrt]"
                    + " | \"u\" ([0-9a-cA-CefEF] [0-9a-fA-F]{3} | [dD] [0-7] [0-9a-fA-F]{2}))",
            "string",
            "\"\\\"\" char* \"\\\"\"",
            "number",
            "\"-\"? size",
            "size",
            "(\"0\" | [1-9] [0-9]{0,14}) (\".\" [0-9]{1,15})? ([eE] [-+]? [0-9]{1,2})?",
            "boolean",
            "\"true\" | \"false\"",
            "null",
            "\"null\"",
            "object",
            "\"{\" ws (string \":\" ws value (\",\" ws string \":\" ws value)* ws)? \"}\"",
            "array",
            "\"[\" ws (value (\",\" ws value)* ws)? \"]\"",
            "value",
            "object | array | string | number | boolean | null");

    private final Map<String, String> rules = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();

    /** The name of a rule for an expression; the same for the same expression. */
    String rule(String expression) throws SchemaException {
        var known = names.get(expression);
        if (known != null) {
            return known;
        }
        var name = reserve();
        define(name, expression);
        names.put(expression, name);
        return name;
    }

    /** A name whose rule follows by {@link #define}. */
    String reserve() throws SchemaException {
        if (rules.size() >= MOST) {
            throw new SchemaException("The schema cannot be used: it is too large; use a smaller one.");
        }
        var name = "r" + rules.size();
        rules.put(name, "");
        return name;
    }

    void define(String name, String expression) {
        rules.put(name, expression);
    }

    /** A value as JSON writes it without blank space, as a literal of the grammar. */
    static String literal(JsonValue value) {
        return literal(CompactJson.text(value));
    }

    static String literal(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** The whole grammar. */
    String text(String root) {
        var text = new StringBuilder("root ::= ").append(root).append('\n');
        rules.forEach((name, expression) ->
                text.append(name).append(" ::= ").append(expression).append('\n'));
        new TreeMap<>(GENERAL)
                .forEach((name, expression) ->
                        text.append(name).append(" ::= ").append(expression).append('\n'));
        return text.toString();
    }
}
