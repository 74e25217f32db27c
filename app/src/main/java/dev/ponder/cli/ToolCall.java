package dev.ponder.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A tool call that a model wrote well.
 *
 * @param name the tool
 * @param arguments its arguments, in the model's order
 */
record ToolCall(String name, ObjectNode arguments) {

    /** The kind of error for a call that cannot be read. */
    static final String MALFORMED = "malformed-tool-call";

    /** A call that cannot be read; the message is a sentence. */
    static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    /**
     * Reads the text between the tool tags.
     *
     * @param body what the model wrote
     * @throws MalformedException when it is not an object with a name and an object of arguments
     */
    static ToolCall parse(String body) throws MalformedException {
        try {
            var call = Json.MAPPER.readTree(body);
            if (call != null
                    && call.path("name").isTextual()
                    && call.path("arguments") instanceof ObjectNode arguments) {
                return new ToolCall(call.path("name").textValue(), arguments);
            }
            throw new MalformedException("The model wrote a tool call without a name or without arguments: " + body);
        } catch (JsonProcessingException unreadable) {
            var place = unreadable.getLocation();
            throw new MalformedException("The model wrote a tool call that is not valid JSON (at character "
                    + (place == null ? 1 : place.getCharOffset() + 1) + "): " + body);
        }
    }
}
