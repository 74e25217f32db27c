package dev.ponder.ui.transcript;

import java.util.List;

/**
 * A paragraph of selectable text.
 *
 * @param text without line breaks
 * @param spans runs that differ from the rest, in order, without overlap
 * @param paper what the text stands on
 * @param edge where the line stands in its block
 * @param separator what a copy puts between this line and the next
 */
record TextLine(String text, List<Span> spans, Paper paper, Edge edge, String separator) implements Line {

    /** What a text stands on. */
    enum Paper {
        USER,
        ANSWER,
        HEADING,
        GAP,
        CODE,
        THOUGHT;

        /** Whether its lines stand together on one sheet with a first and a last. */
        boolean isBlock() {
            return this == USER || this == CODE || this == THOUGHT;
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
        return new TextLine(text, List.of(), paper, edge, "\n");
    }

    TextLine withEdge(Edge changed) {
        return changed == edge ? this : new TextLine(text, spans, paper, changed, separator);
    }

    TextLine withSeparator(String changed) {
        return new TextLine(text, spans, paper, edge, changed);
    }

    /** Whether the first letter with a direction is Arabic, Hebrew or the like. Code is always left to right. */
    boolean isRightToLeft() {
        if (paper == Paper.CODE) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            switch (Character.getDirectionality(text.charAt(i))) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> {
                    return false;
                }
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
