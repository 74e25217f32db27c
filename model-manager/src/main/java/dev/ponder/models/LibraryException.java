package dev.ponder.models;

import org.jspecify.annotations.Nullable;

/** An expected failure with the models on this computer. Its message is a sentence for the user that says what to do. */
public final class LibraryException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What went wrong. */
    public enum Kind {
        /** The folder of models is not there, as when its disk is not connected. */
        FOLDER_MISSING,
        /** The file is no model that Ponder can use. */
        NOT_A_MODEL,
        /** Its name cannot be used here. */
        BAD_NAME,
        /** A model of this name is there already. */
        NAME_TAKEN,
        /** The disk has no room. */
        DISK_FULL,
        /** What was written is not what was read. */
        COPY_DIFFERS,
        /** The file cannot be read, written or moved. */
        FILE_FAILED,
        /** There is no bin to move it to. */
        NO_BIN,
        /** The user stopped it. */
        STOPPED
    }

    LibraryException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** The key of this failure's text on the screen. */
    public String messageKey() {
        return "models.failure."
                + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
