package dev.ponder.ui.markdown;

import java.util.List;
import java.util.Set;

/**
 * Characters with marks, as a reader sees them.
 *
 * @param text without Markdown's signs; its lines are divided by line feeds, it has no other control characters
 * @param runs those that mean something, in order, without overlap
 */
public record RichText(String text, List<Run> runs) {

    /** Stands in the text for something that is drawn. */
    public static final char OBJECT = '\ufffc';

    /** No characters. */
    public static final RichText EMPTY = new RichText("", List.of());

    /**
     * Characters with the same marks.
     *
     * @param start offset of the first
     * @param end offset after the last
     * @param marks at least one
     * @param target an address or a source, as the marks say; else empty
     */
    public record Run(int start, int end, Set<Mark> marks, String target) {

        /** Copies the set. */
        public Run {
            marks = Set.copyOf(marks);
        }

        /** Whether it is marked so. */
        public boolean is(Mark mark) {
            return marks.contains(mark);
        }
    }

    /** Copies the list. */
    public RichText {
        runs = List.copyOf(runs);
    }

    /** Characters without a mark. */
    public static RichText plain(String text) {
        return new RichText(text, List.of());
    }
}
