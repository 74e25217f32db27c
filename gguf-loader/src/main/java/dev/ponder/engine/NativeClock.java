package dev.ponder.engine;

import java.util.function.IntSupplier;

/**
 * Measures the native calls of the engine's thread: how long they took together, and since when one is in work. Written
 * by that thread alone, read by the heartbeat too.
 */
final class NativeClock implements Pulse {
    private volatile long since;
    private long spent;

    /** Runs a native call. */
    int time(IntSupplier call) {
        long start = System.nanoTime();
        since = start;
        try {
            return call.getAsInt();
        } finally {
            since = 0;
            spent += System.nanoTime() - start;
        }
    }

    /** Nanoseconds spent in native calls so far. */
    long spentNanos() {
        return spent;
    }

    @Override
    public long busyMillis() {
        long started = since;
        return started == 0 ? 0 : Math.max(0, (System.nanoTime() - started) / 1_000_000);
    }
}
