package dev.ponder.attachments;

/** A file that cannot be attached. Its message is a sentence that says why and what to do. */
public final class AttachmentException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param sentence for the user
     */
    public AttachmentException(String sentence) {
        super(sentence);
    }

    /**
     * A refusal with what led to it.
     *
     * @param sentence for the user
     */
    public AttachmentException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
