package dev.ponder.ui.markdown;

/** What is meant by a run of characters. */
public enum Mark {
    BOLD,
    ITALIC,
    STRIKE,
    CODE,
    /** An address that may be opened; the run's target is the address. */
    LINK,
    /** The name of a picture that is never loaded; the target is its address. */
    IMAGE,
    /** LaTeX in a line; the run is one {@link RichText#OBJECT}, the target its source with its delimiters. */
    FORMULA,
    /** The label of a footnote. */
    NOTE
}
