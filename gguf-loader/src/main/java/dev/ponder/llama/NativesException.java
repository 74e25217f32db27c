package dev.ponder.llama;

import org.jspecify.annotations.Nullable;

/** llama.cpp's libraries are missing or cannot be opened; the message is a sentence for the user. */
public final class NativesException extends Exception {
    private static final long serialVersionUID = 1L;

    NativesException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
