package dev.ponder.cli;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the log of this process off standard error, which belongs to the command. */
final class QuietLog {

    // kept, since the log framework forgets loggers that nobody holds
    private static final Logger ROOT = Logger.getLogger("");

    private QuietLog() {}

    /**
     * Sets what of the log is printed.
     *
     * @param verbose everything down to warnings, else nothing
     */
    static void begin(boolean verbose) {
        for (Handler handler : ROOT.getHandlers()) {
            handler.setLevel(verbose ? Level.WARNING : Level.OFF);
        }
    }
}
