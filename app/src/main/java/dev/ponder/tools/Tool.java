package dev.ponder.tools;

import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.JsonValue.JsonObject;
import dev.ponder.qwen.ToolDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something that a model may call. Safe for all threads; quick, since nobody can cancel it. */
public interface Tool {

    /** By which the model calls it. */
    String name();

    /** What it does, in a sentence for the model. */
    String description();

    /** What a call may and must say. */
    List<Parameter> parameters();

    /**
     * Answers a call.
     *
     * @param arguments whatever the model wrote, not checked
     * @return the result as the model is to read it
     * @throws ToolException with a sentence for the model when the call makes no sense
     */
    String call(JsonObject arguments) throws ToolException;

    /**
     * One parameter. All are text, which every model writes well.
     *
     * @param name of the member in the arguments
     * @param description for the model
     * @param required whether a call must have it
     */
    record Parameter(String name, String description, boolean required) {}

    /** The definition that the chat template shows to the model, as Qwen3 was trained with it. */
    default ToolDefinition definition() {
        var properties = new LinkedHashMap<String, JsonValue>();
        parameters()
                .forEach(parameter -> properties.put(
                        parameter.name(), object("type", "string", "description", parameter.description())));
        var required = parameters().stream()
                .filter(Parameter::required)
                .map(Parameter::name)
                .toList();
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("properties", new JsonObject(properties));
        schema.put("required", required);
        var function = object("name", name(), "description", description(), "parameters", JsonValue.of(schema));
        return new ToolDefinition(object("type", "function", "function", function));
    }

    private static JsonObject object(Object... pairs) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            members.put((String) pairs[i], JsonValue.of(pairs[i + 1]));
        }
        return new JsonObject(members);
    }
}
