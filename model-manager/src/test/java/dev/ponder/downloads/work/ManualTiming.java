package dev.ponder.downloads.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that jumps instead of waiting, and remembers how long it would have waited. */
final class ManualTiming implements Timing {

    private final List<Duration> sleeps = new ArrayList<>();
    private Instant now = Instant.parse("2026-05-01T12:00:00Z");

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void sleep(Duration time) {
        sleeps.add(time);
        now = now.plus(time);
    }

    /** All waits so far. */
    synchronized List<Duration> sleeps() {
        return List.copyOf(sleeps);
    }
}
