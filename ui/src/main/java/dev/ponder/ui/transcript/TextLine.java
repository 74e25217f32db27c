package dev.ponder.ui.transcript;

import dev.ponder.ui.common.Words;
import dev.ponder.ui.markdown.RichText;
import dev.ponder.ui.markdown.RichText.Run;
import java.util.List;

/**
 * A paragraph of selectable text.
 *
 * @param text without line breaks; a {@link RichText#OBJECT} for each formula
 * @param spans runs that differ from the rest, in order, without overlap
 * @param paper what the text stands on
 * @param edge where the line stands in its block
 * @param separator what a copy puts between this line and the next
 * @param place where the line stands on its paper
 */
record TextLine(String text, List<Run> spans, Paper paper, Edge edge, String separator, Place place) implements Line {

    /** What a text stands on. */
    enum Paper {
        USER,
        ANSWER,
        HEADING_1,
        HEADING_2,
        HEADING_3,
        HEADING_4,
        CODE,
        THOUGHT;

        /** Whether its lines stand together on one sheet with a first and a last. */
        boolean isBlock() {
            return this == USER || this == CODE || this == THOUGHT;
        }

        boolean isHeading() {
            return level() > 0;
        }

        /** The level of a heading; 0 for everything else. */
        int level() {
            return switch (this) {
                case HEADING_1 -> 1;
                case HEADING_2 -> 2;
                case HEADING_3 -> 3;
                case HEADING_4 -> 4;
                case USER, ANSWER, CODE, THOUGHT -> 0;
            };
        }

        static Paper heading(int level) {
            return switch (level) {
                case 1 -> HEADING_1;
                case 2 -> HEADING_2;
                case 3 -> HEADING_3;
                default -> HEADING_4;
            };
        }
    }

    /** Where a line stands in its block; decides about rounded corners and space. */
    enum Edge {
        FIRST,
        INNER,
        LAST,
        ONLY;

        static Edge of(boolean first, boolean last) {
            if (first) {
                return last ? ONLY : FIRST;
            }
            return last ? LAST : INNER;
        }
    }

    static TextLine plain(String text, Paper paper, Edge edge) {
        return new TextLine(text, List.of(), paper, edge, "\n", Place.EDGE);
    }

    TextLine withEdge(Edge changed) {
        return changed == edge ? this : new TextLine(text, spans, paper, changed, separator, place);
    }

    @Override
    public TextLine withSeparator(String changed) {
        return new TextLine(text, spans, paper, edge, changed, place);
    }

    @Override
    public String prefix() {
        return place.prefix();
    }

    @Override
    public String copy(int from, int to) {
        return spans.isEmpty() ? text.substring(from, to) : Copies.text(this, from, to);
    }

    @Override
    public String markdown(int from, int to) {
        return Copies.markdown(this, from, to);
    }

    /** Whether the first letter with a direction is Arabic, Hebrew or the like. Code is always left to right. */
    boolean isRightToLeft() {
        return paper != Paper.CODE && Words.beginFromTheRight(text);
    }
}
