package dev.ponder.app;

import dev.ponder.app.log.ProcessLog;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The log files of this process. Whoever has something to log takes a {@link System.Logger}; lines from {@code INFO} up
 * go to {@code ponder.log}, which starts anew at a megabyte, four older ones being kept. Nothing in them is what a user or
 * a model wrote: callers log ids and counts, and messages of failures that might quote text are left out.
 */
public final class AppLog implements AutoCloseable {

    private final ProcessLog log;

    private AppLog(ProcessLog log) {
        this.log = log;
    }

    /**
     * Opens the log; a command that has nothing to log never does.
     *
     * @param folder where the files lie; made if missing
     * @throws IOException if the folder or file cannot be written
     */
    public static AppLog open(Path folder) throws IOException {
        if (!(System.LoggerFinder.getLoggerFinder() instanceof ProcessLog log)) {
            throw new IOException("another log came before Ponder's own");
        }
        log.open(folder);
        return new AppLog(log);
    }

    /** Closes the files; what is logged later goes where it would go without them. */
    @Override
    public void close() {
        log.close();
    }
}
