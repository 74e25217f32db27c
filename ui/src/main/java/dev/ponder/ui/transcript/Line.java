package dev.ponder.ui.transcript;

/** One paragraph of the document as data: text, or a block that is drawn by a region of its own. */
sealed interface Line permits TextLine, BlockLine {

    /** The characters that the caret walks through. */
    String text();

    /** What a copy puts between this line and the next. */
    String separator();

    /** A line that is the same but for what follows it in a copy. */
    Line withSeparator(String changed);

    /** What a copy puts before the line where it begins with it. */
    default String prefix() {
        return "";
    }

    /** What a copy as text has for some of the characters. */
    default String copy(int from, int to) {
        return text().substring(from, to);
    }

    /** What a copy as Markdown has for some of the characters. */
    default String markdown(int from, int to) {
        return copy(from, to);
    }
}
