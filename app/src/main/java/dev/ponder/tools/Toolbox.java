package dev.ponder.tools;

import dev.ponder.json.JsonValues;
import dev.ponder.json.WrittenCall;
import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.ToolCall;
import dev.ponder.qwen.ToolDefinition;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tools that a conversation may offer to its model. Immutable. */
public final class Toolbox {

    private final Map<String, Tool> tools = new LinkedHashMap<>();

    /** A box of these tools. */
    public Toolbox(List<Tool> tools) {
        tools.forEach(tool -> this.tools.put(tool.name(), tool));
    }

    /** The tools that come with Ponder: a calculator and the time. */
    public static Toolbox builtIn(Clock clock) {
        return new Toolbox(List.of(new Calculator(), new CurrentTime(clock)));
    }

    /** The tools, in order. */
    public List<Tool> tools() {
        return List.copyOf(tools.values());
    }

    /** What the model is told about them. */
    public List<ToolDefinition> definitions() {
        return tools.values().stream().map(Tool::definition).toList();
    }

    /** Answers a call. Whatever is wrong with it becomes the result, for the model to read and try again. */
    public ToolResult answer(ToolCall call) {
        if (ToolCalls.isMalformed(call)) {
            return malformed(call);
        }
        var tool = tools.get(call.name());
        if (tool == null) {
            return ToolResult.error("There is no tool \"" + call.name() + "\". The tools are: "
                    + String.join(", ", tools.keySet()) + ".");
        }
        try {
            return new ToolResult(tool.call(JsonValues.object(call.arguments())), false);
        } catch (ToolException refused) {
            return ToolResult.error(refused.sentence());
        }
    }

    private static ToolResult malformed(ToolCall call) {
        var body = call.arguments() instanceof JsonValue.JsonString(var text) ? text : "";
        try {
            WrittenCall.parse(body);
            throw new IllegalStateException("a call without a name can be read");
        } catch (WrittenCall.MalformedException wrong) {
            return ToolResult.error("This is a call " + wrong.reason()
                    + ". Write {\"name\": <function-name>, \"arguments\": <args-json-object>} between the tool tags.");
        }
    }
}
