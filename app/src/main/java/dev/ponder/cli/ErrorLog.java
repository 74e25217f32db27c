package dev.ponder.cli;

import dev.ponder.app.log.ProcessLog;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;

/**
 * The log of a Ponder process: warnings and errors to standard error, in one place instead of the JDK's own logging, and
 * to a file where one was opened. In the engine process standard error is the log; on the command line it belongs to the
 * command, which turns the log off unless {@code --verbose} asks for it.
 */
public final class ErrorLog extends ProcessLog {

    /**
     * System property that turns the log off where it says {@code off}. It does not begin with {@code ponder.}, because
     * such properties go on to the engine process, whose log is wanted.
     */
    static final String PROPERTY = "dev.ponder.log";

    /** For the JDK, which finds this class as a service. */
    public ErrorLog() {}

    @Override
    protected boolean isWantedWithoutFile(Level level) {
        return level.getSeverity() >= Level.WARNING.getSeverity() && !"off".equals(System.getProperty(PROPERTY));
    }

    @Override
    protected void addWithoutFile(String line, @Nullable Throwable failure) {
        var trace = failure == null ? "" : "\n" + String.join("\n", TraceText.lines(failure));
        System.err.println(line + trace);
    }
}
