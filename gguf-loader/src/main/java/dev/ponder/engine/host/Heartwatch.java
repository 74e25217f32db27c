package dev.ponder.engine.host;

import java.time.Duration;

/**
 * Decides when a child has been silent for too long. Silence counts only while this process ran on time itself: after
 * the machine slept, or while it starves, a late tick starts the count anew. All times are of one monotonic clock, in
 * nanoseconds.
 */
final class Heartwatch {
    private final long limit;
    private final long latestTick;
    private long heard;
    private long ticked;
    private boolean delivering;

    /**
     * A watch that starts now.
     *
     * @param limit silence that is too long
     * @param tick time between two calls of {@link #isSilent}
     * @param grace silence allowed before the first message, on top of the limit
     */
    Heartwatch(Duration limit, Duration tick, Duration grace, long now) {
        this.limit = limit.toNanos();
        latestTick = tick.toNanos() * 3;
        heard = now + grace.toNanos();
        ticked = now;
    }

    /** The child said something. */
    synchronized void heard(long now) {
        heard = now;
    }

    /** This process is busy with what the child said and does not listen. */
    synchronized void delivering() {
        delivering = true;
    }

    /** This process listens again. */
    synchronized void delivered(long now) {
        delivering = false;
        heard = now;
    }

    /** Called once a tick: whether the child has been silent for too long. */
    synchronized boolean isSilent(long now) {
        boolean onTime = now - ticked <= latestTick;
        ticked = now;
        if (!onTime) {
            heard = Math.max(heard, now);
        }
        return !delivering && now - heard > limit;
    }
}
