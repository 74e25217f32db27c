package dev.ponder.tools;

import dev.ponder.json.WrittenCall;
import dev.ponder.qwen.ToolCall;

/** Calls as a model writes them between the tool tags. */
public final class ToolCalls {

    private ToolCalls() {}

    /**
     * Reads a call; one that cannot be read is kept as well, see {@link #isMalformed}.
     *
     * @param body what stood between the tags
     */
    public static ToolCall of(String body) {
        try {
            var call = WrittenCall.parse(body);
            return ToolCall.ofText(call.name(), call.argumentsIn(body));
        } catch (WrittenCall.MalformedException _) {
            // the model is told when the call is answered
            return ToolCall.ofText("", body);
        }
    }

    /** Whether a call could not be read; its arguments then are all that the model wrote. */
    public static boolean isMalformed(ToolCall call) {
        return call.name().isEmpty();
    }
}
