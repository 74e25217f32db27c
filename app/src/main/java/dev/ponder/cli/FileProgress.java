package dev.ponder.cli;

import dev.ponder.models.HashProgress;

/** The progress of reading a large file on standard error, where that is a terminal. */
final class FileProgress implements HashProgress, AutoCloseable {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Streams streams;
    private final String what;
    private volatile boolean stopped;
    private int shown = -1;

    FileProgress(Streams streams, String what) {
        this.streams = streams;
        this.what = SafeText.line(what);
    }

    @Override
    public boolean onBytes(long bytes, long of) {
        int percent = of == 0 ? 100 : (int) (100 * bytes / of);
        if (streams.errIsTerminal() && percent != shown) {
            shown = percent;
            streams.err().print(CLEAR_LINE + what + " " + percent + " %");
            streams.err().flush();
        }
        return !stopped;
    }

    /** Asks the work to stop. */
    void stop() {
        stopped = true;
    }

    /** Wipes the line. */
    @Override
    public void close() {
        if (shown >= 0) {
            streams.err().print(CLEAR_LINE);
            streams.err().flush();
        }
    }
}
