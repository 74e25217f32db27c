package dev.ponder.app.log;

import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * What all loggers of this process write to, the JDK's own included: a file once one was opened, and until then whatever
 * the subclass does. The JDK makes one instance of the subclass, which it finds as a service.
 */
public abstract class ProcessLog extends System.LoggerFinder {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    private @Nullable RotatingFile file;

    /** For subclasses. */
    protected ProcessLog() {}

    /** Whether a line of this level is wanted while no file is open. */
    protected abstract boolean isWantedWithoutFile(Logger.Level level);

    /** Takes a line while no file is open. */
    protected abstract void addWithoutFile(String line, @Nullable Throwable failure);

    /** Opens the log in a folder. */
    public final synchronized void open(Path folder) throws IOException {
        close();
        file = new RotatingFile(folder);
    }

    /** Closes the file. */
    public final synchronized void close() {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    @Override
    public final Logger getLogger(String name, Module module) {
        return new Entry(name);
    }

    private synchronized boolean isWanted(Logger.Level level) {
        if (level == Logger.Level.OFF) {
            return false;
        }
        return file == null ? isWantedWithoutFile(level) : level.getSeverity() >= Logger.Level.INFO.getSeverity();
    }

    private synchronized void add(Logger.Level level, String line, @Nullable Throwable failure) {
        if (!isWanted(level)) {
            return;
        }
        if (file == null) {
            addWithoutFile(line, failure);
            return;
        }
        var time = LocalDateTime.now(ZoneId.systemDefault()).format(TIME);
        var trace = failure == null ? "" : FailureText.of(failure);
        file.add(time + " " + Thread.currentThread().getName() + " " + line + trace);
    }

    /** What a class writes to. */
    private final class Entry implements Logger {

        private final String name;

        Entry(String name) {
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean isLoggable(Level level) {
            return isWanted(level);
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String message, @Nullable Throwable thrown) {
            add(level, level + " " + name + ": " + message, thrown);
        }

        @Override
        public void log(
                Level level, @Nullable ResourceBundle bundle, @Nullable String format, @Nullable Object... parameters) {
            boolean plain = format == null || parameters == null || parameters.length == 0;
            log(level, bundle, plain ? format : MessageFormat.format(format, parameters), (Throwable) null);
        }
    }
}
