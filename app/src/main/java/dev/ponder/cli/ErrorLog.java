package dev.ponder.cli;

import java.lang.System.Logger;
import java.text.MessageFormat;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The log of a Ponder process: warnings and errors to standard error, in one place instead of the JDK's own logging. In
 * the engine process standard error is the log; on the command line it belongs to the command, which turns the log off
 * unless {@code --verbose} asks for it.
 */
public final class ErrorLog extends System.LoggerFinder {

    /**
     * System property that turns the log off where it says {@code off}. It does not begin with {@code ponder.}, because
     * such properties go on to the engine process, whose log is wanted.
     */
    static final String PROPERTY = "dev.ponder.log";

    /** For the JDK, which finds this class as a service. */
    public ErrorLog() {}

    @Override
    public Logger getLogger(String name, Module module) {
        return new Entry(name);
    }

    /** What a class writes to. */
    private record Entry(String name) implements Logger {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return level.getSeverity() >= Level.WARNING.getSeverity()
                    && level != Level.OFF
                    && !"off".equals(System.getProperty(PROPERTY));
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
            if (isLoggable(level)) {
                var trace = thrown == null ? "" : "\n" + String.join("\n", TraceText.lines(thrown));
                System.err.println(level + " " + name + ": " + message + trace);
            }
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String format, @Nullable Object... parameters) {
            boolean plain = format == null || parameters == null || parameters.length == 0;
            log(level, bundle, plain ? format : MessageFormat.format(format, parameters), (Throwable) null);
        }
    }
}
