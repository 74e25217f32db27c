package dev.ponder.qwen;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ids of the tags in a model's vocabulary. A tag that has an id counts as a tag only when that id arrives, and the
 * same characters spelled out are text; a tag without one is looked for in the text.
 *
 * @param thinkOpen id of {@code <think>}, 151667 in Qwen3, or {@link #ABSENT}
 * @param thinkClose id of {@code </think>}, 151668 in Qwen3, or {@link #ABSENT}
 * @param toolCallOpen id of {@code <tool_call>}, 151657 in Qwen3, or {@link #ABSENT}
 * @param toolCallClose id of {@code </tool_call>}, 151658 in Qwen3, or {@link #ABSENT}
 */
public record ThinkingMarkers(int thinkOpen, int thinkClose, int toolCallOpen, int toolCallClose) {

    /** Stands for an id that the vocabulary lacks. */
    public static final int ABSENT = -1;

    /** For a vocabulary without any of the tags. */
    public static final ThinkingMarkers IN_TEXT = new ThinkingMarkers(ABSENT, ABSENT, ABSENT, ABSENT);

    @Nullable Tag tagOf(int id) {
        if (id >= 0) {
            for (var tag : Tag.values()) {
                if (idOf(tag) == id) {
                    return tag;
                }
            }
        }
        return null;
    }

    List<Tag> soughtInText() {
        var sought = new ArrayList<Tag>();
        for (var tag : Tag.values()) {
            if (idOf(tag) < 0) {
                sought.add(tag);
            }
        }
        return sought;
    }

    private int idOf(Tag tag) {
        return switch (tag) {
            case THINK_OPEN -> thinkOpen;
            case THINK_CLOSE -> thinkClose;
            case CALL_OPEN -> toolCallOpen;
            case CALL_CLOSE -> toolCallClose;
        };
    }
}
