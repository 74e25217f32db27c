package dev.ponder.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ponder.json.JsonValues;
import dev.ponder.schema.SchemaException;
import dev.ponder.schema.SchemaGrammar;

/**
 * The JSON Schema that an answer must follow.
 *
 * @param text as JSON
 */
public record AnswerSchema(String text) {

    /** Characters of the longest schema; it stands in the prompt as well. */
    public static final int LONGEST = 20_000;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build();

    /**
     * Reads a schema that somebody wrote, and makes sure that answers can be held to it.
     *
     * @throws SchemaException with a sentence that says what is wrong
     */
    public static AnswerSchema parse(String text) throws SchemaException {
        var schema = new AnswerSchema(text.strip());
        schema.grammar();
        return schema;
    }

    /**
     * The grammar that holds an answer to it.
     *
     * @throws SchemaException where the schema cannot be understood, as when it came from an imported file
     */
    public String grammar() throws SchemaException {
        if (text.length() > LONGEST) {
            throw new SchemaException(
                    "The schema cannot be used: it has more than " + LONGEST + " characters; use a smaller one.");
        }
        try {
            return SchemaGrammar.of(JsonValues.value(JSON.readTree(text)));
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new SchemaException(
                    place == null
                            ? "The schema is not JSON; correct it."
                            : "The schema is not JSON; look at line " + place.getLineNr() + ", column "
                                    + place.getColumnNr() + ".");
        }
    }

    /** What the schema calls itself; empty where it does not. */
    public String title() {
        try {
            return JSON.readTree(text).path("title").asText("").strip();
        } catch (JsonProcessingException _) {
            return "";
        }
    }

    /** What the model is told behind a message: the grammar makes it follow, and this lets it know what it writes. */
    public String request() {
        return "Answer with JSON alone, in the form that this JSON Schema describes:\n" + text;
    }

    /** Without the schema, which is something that the user wrote. */
    @Override
    public String toString() {
        return "AnswerSchema[" + text.length() + " characters]";
    }
}
