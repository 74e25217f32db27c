package dev.ponder.schema;

/** A schema that no grammar can be made of. Its message is a sentence that says what is wrong, where, and what to do. */
public final class SchemaException extends Exception {

    private static final long serialVersionUID = 1L;

    /**
     * A refusal.
     *
     * @param sentence for the user
     */
    public SchemaException(String sentence) {
        super(sentence);
    }

    /** A refusal of something at a place of the schema, told as a JSON pointer. */
    static SchemaException at(String place, String what) {
        return new SchemaException("The schema cannot be used: " + what + " (at " + place + ").");
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
