package dev.ponder.ui.transcript;

/** One paragraph of the document as data: text, or a block that is drawn by a region of its own. */
sealed interface Line permits TextLine, BlockLine {

    /** The characters that the caret walks through. */
    String text();

    /** What a copy puts between this line and the next. */
    String separator();
}
