package dev.ponder.ui.common;

import dev.ponder.downloads.DownloadException;
import dev.ponder.engine.EngineException;
import dev.ponder.exchange.ImportException;
import dev.ponder.models.LibraryException;
import dev.ponder.resources.Texts;
import dev.ponder.store.StoreException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A failure as the error view shows it.
 *
 * @param sentence what happened, for the user
 * @param code short and stable: the same failure has the same one
 * @param details for whoever looks into it; holds no message of an exception, since one may hold chat text
 * @param expected whether the sentence says what to do, so that nobody needs the details
 */
public record Problem(String sentence, String code, String details, boolean expected) {

    private static final int CODE_LETTERS = 6;
    private static final int FRAMES = 24;

    /** What a failure looks like. */
    public static Problem of(Throwable failure) {
        return switch (failure) {
            case StoreException store -> expected(store, sentence(store));
            case EngineException engine -> expected(engine, sentence(engine));
            case DownloadException download -> expected(download, sentence(download));
            case ImportException read -> expected(read, String.valueOf(read.getMessage()));
            case LibraryException library -> expected(library, sentence(library));
            case IOException io -> new Problem(Texts.of("error.file.sentence"), code(io), details(io), true);
            default -> new Problem(Texts.of("error.unexpected.sentence"), code(failure), details(failure), false);
        };
    }

    /** Everything that is copied. */
    public String report() {
        return Texts.of("error.report.head", code) + "\n" + sentence + "\n\n" + details;
    }

    private static Problem expected(Exception failure, String sentence) {
        return new Problem(sentence, code(failure), details(failure), true);
    }

    private static String sentence(Exception failure) {
        var message = failure.getMessage();
        return message == null ? Texts.of("error.unexpected.sentence") : message;
    }

    private static String code(Throwable failure) {
        var place = new StringBuilder(failure.getClass().getName());
        for (var frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("dev.ponder.")) {
                place.append(frame.getClassName()).append(frame.getMethodName());
                break;
            }
        }
        var digits = Integer.toUnsignedString(place.toString().hashCode(), Character.MAX_RADIX);
        var padded = "0".repeat(CODE_LETTERS) + digits.toUpperCase(Locale.ROOT);
        return padded.substring(padded.length() - CODE_LETTERS);
    }

    private static String details(Throwable failure) {
        var lines = new ArrayList<String>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            lines.add(cause.getClass().getName());
            List.of(cause.getStackTrace()).stream()
                    .limit(FRAMES)
                    .map(frame -> "    at " + frame)
                    .forEach(lines::add);
        }
        return String.join("\n", lines);
    }
}
