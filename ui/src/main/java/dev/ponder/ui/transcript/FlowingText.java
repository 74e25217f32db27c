package dev.ponder.ui.transcript;

import dev.ponder.ui.transcript.TextLine.Paper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that grows, with its lines. A text that is whole from the start is not read before somebody asks for its
 * lines, as a long conversation has thousands of thoughts that nobody opens. Not thread-safe.
 */
final class FlowingText {

    private final Paper paper;
    private final StringBuilder growing = new StringBuilder(0);
    private @Nullable String whole;
    private @Nullable Growth builder;
    private BlockLine.@Nullable Unread draft;
    private boolean finished;

    /** An empty text on a paper. */
    FlowingText(Paper paper) {
        this.paper = paper;
    }

    /** All lines so far. */
    List<Line> lines() {
        return draft == null ? builder().lines() : List.of(draft);
    }

    private Growth builder() {
        if (builder == null) {
            builder = growth();
            if (whole != null) {
                builder.add(whole);
                builder.end();
            }
        }
        return builder;
    }

    private Growth growth() {
        return paper == Paper.ANSWER ? new MarkdownBuilder() : new LineBuilder(paper);
    }

    /**
     * Shows the text as it was written until it was read: making lines takes time that a long conversation does not have
     * when it is opened. Does nothing for a text that is not whole or shows its lines already.
     */
    void draft() {
        if (whole != null && builder == null && paper == Paper.ANSWER) {
            draft = new BlockLine.Unread(whole);
        }
    }

    boolean isDraft() {
        return draft != null;
    }

    /** Reads a text in whole, for {@link #take}. Any thread. */
    static Growth read(String text) {
        var growth = new MarkdownBuilder();
        growth.add(text);
        growth.end();
        return growth;
    }

    /** Takes over what was read of a draft, unless it has become another text since. */
    void take(Growth growth, String text) {
        if (draft != null && text.equals(whole)) {
            builder = growth;
            draft = null;
        }
    }

    /** Everything appended so far, as it came. */
    String source() {
        return whole == null ? growing.toString() : whole;
    }

    int length() {
        return whole == null ? growing.length() : whole.length();
    }

    boolean isBlank() {
        return whole == null ? growing.chars().allMatch(Character::isWhitespace) : whole.isBlank();
    }

    /** The last characters, at most so many. */
    String end(int characters) {
        int from = Math.max(0, length() - characters);
        return whole == null ? growing.substring(from) : whole.substring(from);
    }

    /** Appends a text. The edit is one of {@link #lines()}. */
    Edit append(String text) {
        if (finished) {
            return set(source() + text, false);
        }
        growing.append(text);
        return builder().add(text);
    }

    /** Nothing more will come. */
    Edit finish() {
        if (finished) {
            return Edit.NONE;
        }
        finished = true;
        whole = growing.toString();
        growing.setLength(0);
        growing.trimToSize();
        return builder().end();
    }

    /** Makes this the whole text, finished or to be continued. What it has in common with the text before is kept. */
    void replace(String text, boolean isWhole) {
        if (isWhole && length() == 0) {
            whole = text;
            finished = true;
            builder = null;
            draft = null;
        } else if (!finished || !isWhole || !text.equals(source())) {
            set(text, isWhole);
        }
    }

    private Edit set(String text, boolean isWhole) {
        var before = List.copyOf(lines());
        if (finished || !text.startsWith(source())) {
            growing.setLength(0);
            whole = null;
            builder = null;
            draft = null;
            finished = false;
        }
        append(text.substring(length()));
        if (isWhole) {
            finish();
        }
        return Edit.between(before, lines());
    }
}
