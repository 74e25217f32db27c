package dev.ponder.downloads.work;

import java.util.ArrayDeque;
import java.util.Deque;

/** The speed over the last seconds. For one thread. */
final class Meter {

    private static final long WINDOW_NANOS = 5_000_000_000L;
    /** Looks that follow each other faster are one. */
    private static final long STEP_NANOS = 20_000_000L;

    private record Sample(long nanos, long bytes) {}

    private final Deque<Sample> samples = new ArrayDeque<>();

    /**
     * Takes a look.
     *
     * @param bytes that have come since the beginning
     * @return bytes a second
     */
    long speed(long nanos, long bytes) {
        if (!samples.isEmpty() && nanos - samples.getLast().nanos() < STEP_NANOS && samples.size() > 1) {
            samples.removeLast();
        }
        samples.addLast(new Sample(nanos, bytes));
        while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW_NANOS) {
            samples.removeFirst();
        }
        var first = samples.getFirst();
        long time = nanos - first.nanos();
        return time <= 0 ? 0 : Math.round((bytes - first.bytes()) * 1e9 / time);
    }
}
