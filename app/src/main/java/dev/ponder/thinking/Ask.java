package dev.ponder.thinking;

import dev.ponder.qwen.SoftSwitch;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a user asks, as rules look at it.
 *
 * @param text what was said
 * @param before what the user said before, the latest first
 * @param tools the tools that the model is offered
 */
public record Ask(String text, List<String> before, ToolHints tools) {

    /** Instructions stand at the beginning or at the end; what is between is what they are about. */
    private static final int LOOKED_AT = 400;

    private static final Pattern FENCE = Pattern.compile("(?s)```.*?(```|\\z)");
    private static final Pattern SWITCH = Pattern.compile("(?<!\\S)/(no_)?think(?!\\S)");

    public Ask {
        before = List.copyOf(before);
    }

    /** A question without history and tools. */
    public static Ask of(String text) {
        return new Ask(text, List.of(), ToolHints.NONE);
    }

    /** The switch typed into it. */
    SoftSwitch typed() {
        return SoftSwitch.lastIn(text);
    }

    /** What is said outside of code blocks; of a long text the beginning and the end. */
    String said() {
        var bare = SWITCH.matcher(FENCE.matcher(text).replaceAll(" \n"))
                .replaceAll("")
                .strip();
        return bare.length() <= 2 * LOOKED_AT
                ? bare
                : bare.substring(0, LOOKED_AT) + "\n" + bare.substring(bare.length() - LOOKED_AT);
    }

    /** Whether there is a block of code or of a file. */
    boolean hasBlock() {
        return text.contains("```");
    }

    /** The blocks. */
    String blocks() {
        var blocks = new StringBuilder();
        FENCE.matcher(text)
                .results()
                .forEach(found -> blocks.append(found.group()).append('\n'));
        return blocks.toString();
    }

    /** The same ask about something else. */
    Ask with(String otherText, List<String> otherBefore) {
        return new Ask(otherText, otherBefore, tools);
    }
}
