package dev.ponder.attachments;

/**
 * A file that was added to a message.
 *
 * @param name the file's name without its folder
 * @param kind what it is
 * @param bytes size of the file
 * @param text what the model reads of it
 */
public record Attachment(String name, Kind kind, long bytes, String text) {

    /** What a file is. */
    public enum Kind {
        /** Text or code. */
        TEXT,
        PDF,
        /** A Word document. */
        DOCX
    }

    /** Without its text, which does not belong into logs. */
    @Override
    public String toString() {
        return "Attachment[" + kind + ", " + bytes + " bytes, " + text.length() + " characters]";
    }
}
