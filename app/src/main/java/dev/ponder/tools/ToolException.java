package dev.ponder.tools;

/** A call that a tool cannot answer. The message is a sentence for the model, which may try again. */
public final class ToolException extends Exception {
    private static final long serialVersionUID = 1L;

    /** A refusal with its sentence. */
    public ToolException(String sentence) {
        super(sentence);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
