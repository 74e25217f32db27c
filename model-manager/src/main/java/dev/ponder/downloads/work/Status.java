package dev.ponder.downloads.work;

import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** How far a download is, as all its threads tell it. */
final class Status {

    private final AtomicLong fetched = new AtomicLong();
    private final Meter meter = new Meter();
    private Phase stage = new Phase.Queued();
    private Phase.@Nullable Waiting waiting;
    private OptionalLong size = OptionalLong.empty();
    private long bytes;
    private String host = "";
    private int connections;

    synchronized void stage(Phase fresh) {
        stage = fresh;
        waiting = null;
    }

    synchronized Phase stage() {
        return stage;
    }

    synchronized void size(long known) {
        size = OptionalLong.of(known);
    }

    /** So many bytes are on the disk. */
    synchronized void bytes(long there) {
        bytes = there;
    }

    /** So many more are; less, where some were lost. */
    synchronized void add(long more) {
        bytes += more;
    }

    synchronized void waiting(@Nullable DownloadException why, Instant until) {
        if (why != null) {
            waiting = new Phase.Waiting(why, until);
        }
    }

    synchronized void goingOn() {
        waiting = null;
    }

    /** A connection stands; closing what comes back ends it. */
    synchronized ConnectionShare.Right connected(String to) {
        host = to;
        connections++;
        waiting = null;
        return this::disconnected;
    }

    private synchronized void disconnected() {
        connections--;
    }

    /** Bytes came from a server; for the speed. */
    void fetched(long count) {
        fetched.addAndGet(count);
    }

    long fetched() {
        return fetched.get();
    }

    /** The state now; called by one thread at regular times, for the speed. */
    synchronized Progress look(long nanos) {
        long speed = stage.isEnd() ? 0 : meter.speed(nanos, fetched.get());
        return new Progress(phase(), bytes, size, speed, left(speed));
    }

    private Phase phase() {
        if (waiting != null && connections == 0 && !stage.isEnd()) {
            return waiting;
        }
        return stage instanceof Phase.Fetching ? new Phase.Fetching(host, connections) : stage;
    }

    private Optional<Duration> left(long speed) {
        return speed > 0 && size.isPresent() && stage instanceof Phase.Fetching
                ? Optional.of(Duration.ofSeconds(Math.ceilDiv(size.getAsLong() - bytes, speed)))
                : Optional.empty();
    }
}
