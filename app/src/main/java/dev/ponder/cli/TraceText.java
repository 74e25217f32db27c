package dev.ponder.cli;

import dev.ponder.engine.EngineException;
import java.util.ArrayList;
import java.util.List;

/** Where a failure comes from, for those who asked. */
final class TraceText {

    private TraceText() {}

    /**
     * The failure and its causes, each with its frames and with what the engine logged.
     *
     * @param failure any failure
     */
    static List<String> lines(Throwable failure) {
        var lines = new ArrayList<String>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            lines.add(cause.toString());
            if (cause instanceof EngineException engine) {
                engine.error().detail().lines().forEach(line -> lines.add("  | " + line));
            }
            for (var frame : cause.getStackTrace()) {
                lines.add("  at " + frame);
            }
        }
        return lines;
    }
}
