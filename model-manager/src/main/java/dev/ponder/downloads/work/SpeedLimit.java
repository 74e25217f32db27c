package dev.ponder.downloads.work;

import java.util.concurrent.TimeUnit;

/** The speed of all downloads together. May be used by several threads. */
final class SpeedLimit {

    private volatile long bytesPerSecond;
    private long nextNanos;

    /** 0 for no limit. */
    void set(long limit) {
        bytesPerSecond = Math.max(0, limit);
    }

    /** How much to read at once, so that a slow limit is felt as slow and not as jerks. */
    int step(int most) {
        long limit = bytesPerSecond;
        return limit == 0 ? most : Math.clamp(limit / 20, 1_024, most);
    }

    /** Waits until bytes that came may be counted. */
    void take(int bytes) throws InterruptedException {
        long limit = bytesPerSecond;
        if (limit > 0) {
            TimeUnit.NANOSECONDS.sleep(turn(bytes, limit));
        }
    }

    private synchronized long turn(int bytes, long limit) {
        long now = System.nanoTime();
        nextNanos = Math.max(now, nextNanos) + bytes * 1_000_000_000L / limit;
        return nextNanos - now;
    }
}
