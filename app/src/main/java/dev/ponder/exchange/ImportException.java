package dev.ponder.exchange;

/** A file of conversations that cannot be read; the message is a sentence for the user, without chat text. */
public final class ImportException extends Exception {
    private static final long serialVersionUID = 1L;

    ImportException(String message) {
        super(message);
    }
}
