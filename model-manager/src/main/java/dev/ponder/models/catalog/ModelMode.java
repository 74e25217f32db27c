package dev.ponder.models.catalog;

/** What a model does about thinking. The file's own template decides in the end. */
public enum ModelMode {
    /** Thinks or does not, as one chooses for each message. */
    HYBRID,
    /** Answers at once, always. */
    INSTRUCT,
    /** Thinks, always. */
    THINKING
}
