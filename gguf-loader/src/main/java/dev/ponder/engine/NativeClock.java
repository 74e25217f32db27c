package dev.ponder.engine;

import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Measures the native calls of the engine's thread: how long they took together, and since when one is in work. Written
 * by that thread alone, read by the heartbeat too.
 */
final class NativeClock implements Pulse {
    private volatile long since;
    private long spent;

    /** Runs a native call of every token; boxes nothing. */
    int timeInt(IntSupplier call) {
        long start = begin();
        try {
            return call.getAsInt();
        } finally {
            end(start);
        }
    }

    /** Runs a native call. */
    <T extends @Nullable Object> T time(Supplier<T> call) {
        long start = begin();
        try {
            return call.get();
        } finally {
            end(start);
        }
    }

    private long begin() {
        long start = System.nanoTime();
        since = start;
        return start;
    }

    private void end(long start) {
        since = 0;
        spent += System.nanoTime() - start;
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
