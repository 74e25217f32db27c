package dev.ponder.qwen;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The switches that Qwen3's hybrid models learned to obey in a user's or system text. The template passes them through;
 * of several the last one counts. Source: Qwen3 technical report, section on thinking mode fusion.
 */
public enum SoftSwitch {
    /** No switch. */
    NONE,
    /** {@code /think}. */
    THINK,
    /** {@code /no_think}: the model writes an empty thought. */
    NO_THINK;

    /** A word of its own: not a part of a path, a tag or a longer word; text without spaces may touch it. */
    private static final Pattern FLAG = Pattern.compile("(?<![A-Za-z0-9_<./\\\\-])/(no_)?think(?![A-Za-z0-9_>/\\\\-])");

    /** The last switch in a text. */
    public static SoftSwitch lastIn(String text) {
        var last = NONE;
        for (var found = FLAG.matcher(text); found.find(); ) {
            last = found.group(1) == null ? THINK : NO_THINK;
        }
        return last;
    }

    /**
     * The switch in effect for the next reply: the last one in what users and the system said. Tool results, also those
     * that stand in a user's message, do not count.
     */
    public static SoftSwitch inEffect(List<ChatMessage> messages) {
        return messages.reversed().stream()
                .filter(message -> message.is(ChatMessage.USER) || message.is(ChatMessage.SYSTEM))
                .map(ChatMessage::text)
                .filter(text -> !text.startsWith("<tool_response>"))
                .map(SoftSwitch::lastIn)
                .filter(flag -> flag != NONE)
                .findFirst()
                .orElse(NONE);
    }
}
