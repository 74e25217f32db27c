package dev.ponder.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the command line reads and writes JSON. */
final class Json {

    /** Keeps numbers as they were written: {@code 1.0} stays {@code 1.0}. */
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** A new, empty object. */
    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * A value as one line without its newline, safe for a terminal.
     *
     * @param value any value
     */
    static String line(JsonNode value) {
        try {
            return SafeText.json(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of JSON values cannot be written", impossible);
        }
    }

    /** Milliseconds or a rate with one digit behind the point. */
    static double tenths(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
