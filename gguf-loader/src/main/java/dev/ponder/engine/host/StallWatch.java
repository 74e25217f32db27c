package dev.ponder.engine.host;

import dev.ponder.engine.GenerationEvent;
import java.time.Duration;

/** Follows how long native calls take, by the heartbeats. One thread. */
final class StallWatch {
    /** Without a report of progress from a load: a slow disk reads a large tensor in less. */
    private static final Duration LOAD_LIMIT = Duration.ofMinutes(10);

    private final Duration notice;
    private final StallLimit limit = new StallLimit();
    private long reportedSeconds;

    StallWatch(Duration notice) {
        this.notice = notice;
    }

    /** Measures speed; {@code now} in nanoseconds. */
    void onEvent(GenerationEvent event, long now) {
        limit.onEvent(event, now);
    }

    /** Whether a native call has been running for longer than it may. */
    boolean isOver(long busyMillis, boolean loading) {
        return busyMillis > (loading ? LOAD_LIMIT : limit.limit()).toMillis();
    }

    /** Whether a native call takes long, and longer by a second than when this was last true. */
    boolean isNews(long busyMillis) {
        long seconds = busyMillis / 1000;
        if (busyMillis < notice.toMillis()) {
            reportedSeconds = 0;
            return false;
        }
        boolean news = seconds > reportedSeconds;
        reportedSeconds = seconds;
        return news;
    }
}
