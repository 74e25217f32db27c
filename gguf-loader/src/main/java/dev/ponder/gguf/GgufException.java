package dev.ponder.gguf;

import java.io.IOException;

/** A file that is not a usable GGUF file; the message is a sentence for the user. */
public final class GgufException extends IOException {
    private static final long serialVersionUID = 1L;

    public GgufException(String message) {
        super(message);
    }

    /** A sentence that says what is wrong and what to do; never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
