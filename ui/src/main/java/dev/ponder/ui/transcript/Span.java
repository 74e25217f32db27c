package dev.ponder.ui.transcript;

/**
 * A run of characters of a line that look alike.
 *
 * @param start offset of the first character
 * @param end offset after the last
 * @param face how they look
 */
record Span(int start, int end, Face face) {

    /** How characters look; none of them changes what a selection copies. */
    enum Face {
        CODE,
        BOLD,
        ITALIC
    }
}
