package dev.ponder.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.ToolCall;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Calls of tools as a JSON array of names and arguments, the arguments as the text that the model wrote. */
final class ToolCallJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ToolCallJson() {}

    static String text(List<ToolCall> calls) {
        var array = JSON.createArrayNode();
        for (var call : calls) {
            array.addObject().put("name", call.name()).put("arguments", arguments(call));
        }
        return array.toString();
    }

    private static String arguments(ToolCall call) {
        return call.arguments() instanceof JsonValue.JsonString(var text)
                ? text
                : call.arguments().toPythonJson();
    }

    static List<ToolCall> read(String text) throws SQLException {
        try {
            var calls = new ArrayList<ToolCall>();
            for (var call : JSON.readTree(text)) {
                calls.add(ToolCall.ofText(
                        call.path("name").asText(), call.path("arguments").asText()));
            }
            return calls;
        } catch (JsonProcessingException e) {
            // without the cause, which may quote what was said
            throw new SQLException("a message's tool calls are no JSON");
        }
    }
}
