package dev.ponder.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reply of the demo model in the parts that Ponder splits it into, and the way back to the text it wrote.
 *
 * @param reasoning the thought without its tags; null where none was written
 * @param answer the answer without tool calls
 * @param toolCalls what stood between the tags of each tool call, in order
 * @param stopped whether the model ended its turn by itself
 */
record CaseReply(@Nullable String reasoning, String answer, List<String> toolCalls, boolean stopped) {

    private static final String END = "<|im_end|>";
    private static final Pattern THOUGHT = Pattern.compile("<think>\n(.*?)\n?</think>\n\n", Pattern.DOTALL);
    private static final Pattern TOOL_CALL = Pattern.compile("<tool_call>\n(.*?)\n</tool_call>", Pattern.DOTALL);

    CaseReply {
        toolCalls = List.copyOf(toolCalls);
    }

    /**
     * Splits the text of a model, as the evaluation script does.
     *
     * @param raw everything the model wrote, markers and end of turn included
     */
    static CaseReply ofRaw(String raw) {
        boolean stopped = raw.indexOf(END) >= 0 && raw.indexOf(END) == raw.length() - END.length();
        String body = raw.endsWith(END) ? raw.substring(0, raw.length() - END.length()) : raw;
        var thought = THOUGHT.matcher(body);
        boolean thinks = thought.lookingAt();
        String rest = thinks ? body.substring(thought.end()) : body;
        var calls = new ArrayList<String>();
        var outside = TOOL_CALL.matcher(rest).replaceAll(call -> {
            calls.add(call.group(1));
            return "";
        });
        return new CaseReply(
                thinks ? thought.group(1) : null, calls.isEmpty() ? outside : outside.strip(), calls, stopped);
    }

    /**
     * What stands between the tags of a tool call, written as the demo model learned it.
     *
     * @param name the tool
     * @param arguments an object, in the order the model wrote it
     */
    static String toolCallBody(String name, JsonNode arguments) {
        return "{\"name\": \"" + name + "\", \"arguments\": " + spaced(arguments) + "}";
    }

    /** The answer with its tool calls, as the model wrote it. */
    String answerText() {
        if (toolCalls.isEmpty()) {
            return answer;
        }
        var calls = toolCalls.stream()
                .map(body -> "<tool_call>\n" + body.strip() + "\n</tool_call>")
                .collect(Collectors.joining("\n"));
        return answer.isBlank() ? calls : answer.strip() + "\n" + calls;
    }

    /**
     * Everything the model wrote.
     *
     * @param think whether the prompt left the thinking block to the model
     */
    String rawText(boolean think) {
        String thought = reasoning == null ? "" : reasoning.strip();
        String block = think ? "<think>\n" + thought + "\n</think>\n\n" : "";
        return block + answerText() + (stopped ? END : "");
    }

    private static String spaced(JsonNode node) {
        if (node.isObject()) {
            return node.properties().stream()
                    .map(field -> TextNode.valueOf(field.getKey()) + ": " + spaced(field.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node.isArray()) {
            return node.valueStream().map(CaseReply::spaced).collect(Collectors.joining(", ", "[", "]"));
        }
        return node.toString();
    }
}
