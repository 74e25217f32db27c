package dev.ponder.gguf;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes the sentences that refuse a file.
 *
 * @param file the file they speak of
 */
record Refusal(Path file) {

    /** The file is damaged or hostile. */
    GgufException because(String reason) {
        return new GgufException(
                name() + " is not a usable GGUF file: " + reason + "; download it again or choose another file.");
    }

    /** The file may be sound but is not for us; the sentence goes on after the file's name. */
    GgufException plainly(String rest) {
        return new GgufException(name() + " " + rest);
    }

    /** The file ends too early. */
    GgufException cutOff(long needed, long has) {
        return new GgufException(String.format(
                Locale.ROOT,
                "%s is cut off: it needs at least %,d bytes and has %,d; download it again.",
                name(),
                needed,
                has));
    }

    /** The operating system would not give the file. */
    GgufException unreadable(IOException cause) {
        var refusal =
                switch (cause) {
                    case NoSuchFileException _ ->
                        new GgufException("There is no file " + VisibleText.of(file.toString()) + "; check its name.");
                    case AccessDeniedException _ -> plainly("may not be read; change its permissions.");
                    case GgufException known -> known;
                    default ->
                        plainly("could not be read (" + VisibleText.of(String.valueOf(cause.getMessage()))
                                + "); try again.");
                };
        if (refusal != cause) {
            refusal.initCause(cause);
        }
        return refusal;
    }

    String name() {
        var last = file.getFileName();
        return VisibleText.of(last == null ? file.toString() : last.toString());
    }
}
