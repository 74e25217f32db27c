package dev.ponder.app.log;

import java.util.List;

/**
 * A failure for the log: types and places always, messages only where they cannot quote what somebody typed or a model
 * said. A parser's message, for example, shows the text that it stumbled over.
 */
final class FailureText {

    private static final int CAUSES = 8;
    private static final int FRAMES = 40;
    /** Messages from here speak of files, connections and our own doings. */
    private static final List<String> TRUSTED =
            List.of("dev.ponder.", "java.io.", "java.nio.file.", "java.net.", "java.sql.", "org.sqlite.");

    private FailureText() {}

    static String of(Throwable failure) {
        var text = new StringBuilder();
        append(text, failure, "", CAUSES);
        return text.toString();
    }

    private static void append(StringBuilder text, Throwable failure, String label, int depth) {
        text.append('\n').append(label).append(failure.getClass().getName());
        if (failure.getMessage() != null && isTrusted(failure)) {
            text.append(": ").append(failure.getMessage());
        }
        var frames = failure.getStackTrace();
        for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
            text.append("\n    at ").append(frames[i]);
        }
        if (depth > 0) {
            for (var suppressed : failure.getSuppressed()) {
                append(text, suppressed, "also: ", depth - 1);
            }
            if (failure.getCause() != null) {
                append(text, failure.getCause(), "caused by: ", depth - 1);
            }
        }
    }

    private static boolean isTrusted(Throwable failure) {
        var type = failure.getClass().getName();
        return TRUSTED.stream().anyMatch(type::startsWith);
    }
}
