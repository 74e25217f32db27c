package dev.ponder.engine.host;

import java.io.IOException;

/** Bytes on the wire that are not what the protocol allows; the sender is confused and not to be trusted further. */
final class WireException extends IOException {
    private static final long serialVersionUID = 1L;

    WireException(String message) {
        super(message);
    }

    WireException(String message, Throwable cause) {
        super(message, cause);
    }
}
