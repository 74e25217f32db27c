package dev.ponder.downloads.hub;

import java.util.concurrent.locks.LockSupport;

/** How fast a server sends, all its connections together. */
public final class Pace {

    /** As fast as it can. */
    public static final Pace UNLIMITED = new Pace(0);

    private final long bytesPerSecond;
    private long nextNanos = System.nanoTime();

    public Pace(long bytesPerSecond) {
        this.bytesPerSecond = bytesPerSecond;
    }

    void take(long bytes) {
        if (bytesPerSecond > 0) {
            LockSupport.parkNanos(turn(bytes));
        }
    }

    private synchronized long turn(long bytes) {
        long now = System.nanoTime();
        // what nobody took for a moment is made up for, as a line with buffers does
        nextNanos = Math.max(now - 20_000_000, nextNanos) + bytes * 1_000_000_000L / bytesPerSecond;
        return nextNanos - now;
    }
}
