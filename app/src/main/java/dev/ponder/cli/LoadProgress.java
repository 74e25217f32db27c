package dev.ponder.cli;

import dev.ponder.engine.LoadObserver;

/** The progress of a load on standard error, where that is a terminal; gone when the load is over. */
final class LoadProgress implements LoadObserver {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final Streams streams;
    private final String name;
    private volatile boolean cancelled;
    private int shown = -1;

    LoadProgress(Streams streams, String name) {
        this.streams = streams;
        this.name = SafeText.line(name);
    }

    @Override
    public boolean onProgress(double fraction) {
        int percent = (int) (Math.clamp(fraction, 0, 1) * 100);
        if (streams.errIsTerminal() && percent != shown && !cancelled) {
            shown = percent;
            streams.err().print(CLEAR_LINE + "Loading " + name + " " + percent + " %");
            streams.err().flush();
        }
        return !cancelled;
    }

    /** Gives the load up. */
    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Wipes the line, once the load is over. */
    void clear() {
        if (shown >= 0) {
            streams.err().print(CLEAR_LINE);
            streams.err().flush();
        }
    }
}
