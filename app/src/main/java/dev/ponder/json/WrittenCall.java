package dev.ponder.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A tool call that a model wrote well.
 *
 * @param name the tool
 * @param arguments its arguments, in the model's order
 */
public record WrittenCall(String name, ObjectNode arguments) {

    /** Keeps numbers as they were written: {@code 1.0} stays {@code 1.0}. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** A call that cannot be read; the message is a sentence that quotes it. */
    public static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        MalformedException(String reason, String body) {
            super("The model wrote a tool call " + reason + ": " + body);
            this.reason = reason;
        }

        /** What is wrong, to follow on the word "call". */
        public String reason() {
            return reason;
        }
    }

    /**
     * Reads the text between the tool tags.
     *
     * @param body what the model wrote
     * @throws MalformedException when it is not an object with a name and an object of arguments
     */
    public static WrittenCall parse(String body) throws MalformedException {
        try {
            var call = JSON.readTree(body);
            if (call != null
                    && !call.path("name").asText().isBlank()
                    && call.path("name").isTextual()
                    && call.path("arguments") instanceof ObjectNode arguments) {
                return new WrittenCall(call.path("name").textValue(), arguments);
            }
            throw new MalformedException("without a name or without arguments", body);
        } catch (JsonProcessingException unreadable) {
            var place = unreadable.getLocation();
            long character = place == null ? 1 : place.getCharOffset() + 1;
            throw new MalformedException("that is not valid JSON (at character " + character + ")", body);
        }
    }

    /** The arguments as the model wrote them in a body that {@link #parse} could read. */
    public String argumentsIn(String body) {
        try (var parser = JSON.getFactory().createParser(body)) {
            String found = "{}";
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = parser.currentName().equals("arguments");
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getCharOffset();
                parser.skipChildren();
                if (wanted) {
                    // of several with one name the last counts, as in the tree
                    found = body.substring(from, (int) parser.currentLocation().getCharOffset());
                }
            }
            return found;
        } catch (IOException impossible) {
            throw new UncheckedIOException("a call that was read before cannot be read", impossible);
        }
    }
}
