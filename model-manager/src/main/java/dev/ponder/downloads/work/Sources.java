package dev.ponder.downloads.work;

import dev.ponder.downloads.ContentException;
import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.NetworkException;
import dev.ponder.downloads.ServerException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sources of a download in turn. One is used until it fails twice in a row or asks for a long pause; then another, where
 * there is one. A source that fails for good, or too often without bringing anything, is given up; when all are, the
 * download fails for the reason of the preferred one. May be used by several threads.
 */
final class Sources {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_OWN_PAUSE = Duration.ofMinutes(1);
    private static final Duration WORTH_A_SWITCH = Duration.ofSeconds(5);
    private static final int BAD_ANSWERS = 3;

    /** How a source has done. */
    private static final class Turn {
        private final Remote remote;
        private int failures;
        private Instant restUntil = Instant.EPOCH;
        private @Nullable DownloadException last;
        private boolean isGivenUp;

        Turn(Remote remote) {
            this.remote = remote;
        }
    }

    private final List<Turn> turns;
    private final DownloadSettings settings;
    private final Timing timing;
    private final RandomGenerator random;
    private final Status status;
    private Turn current;

    Sources(List<Remote> remotes, DownloadSettings settings, Timing timing, RandomGenerator random, Status status) {
        this.turns = remotes.stream().map(Turn::new).toList();
        this.settings = settings;
        this.timing = timing;
        this.random = random;
        this.status = status;
        this.current = turns.getFirst();
    }

    List<Remote> remotes() {
        return turns.stream().map(turn -> turn.remote).toList();
    }

    /** Their hosts in words. */
    String names() {
        return remotes().stream().map(Remote::host).distinct().collect(Collectors.joining(" and "));
    }

    /** Whether the source of the moment sends parts. */
    synchronized boolean haveRanges() {
        return current.remote.hasRanges();
    }

    void expect(Expected expected) {
        remotes().forEach(remote -> remote.expect(expected));
    }

    /**
     * The source to use now; waits while it rests.
     *
     * @param unwanted sources that are passed over if any other is left
     * @throws DownloadException if all sources are given up
     */
    Remote next(Predicate<Remote> unwanted) throws DownloadException, InterruptedException {
        while (true) {
            Turn turn;
            Duration rest;
            synchronized (this) {
                turn = choose(unwanted);
                rest = Duration.between(timing.now(), turn.restUntil);
            }
            if (!rest.isPositive()) {
                return turn.remote;
            }
            status.waiting(turn.last, timing.now().plus(rest));
            timing.sleep(rest);
            status.goingOn();
        }
    }

    Remote next() throws DownloadException, InterruptedException {
        return next(_ -> false);
    }

    private Turn choose(Predicate<Remote> unwanted) throws DownloadException {
        var left = turns.stream().filter(turn -> !turn.isGivenUp).toList();
        if (left.isEmpty()) {
            throw reason();
        }
        var wanted = left.stream().filter(turn -> !unwanted.test(turn.remote)).toList();
        var usable = wanted.isEmpty() ? left : wanted;
        if (usable.contains(current) && !isBetterLeft(current)) {
            return current;
        }
        var best = Collections.min(
                usable,
                Comparator.comparing((Turn turn) -> rest(turn))
                        .thenComparing(turn -> !turn.remote.hasRanges())
                        .thenComparingInt(turn -> turn.failures));
        if (wanted.contains(best)) {
            current = best;
        }
        return best;
    }

    /** Whether another source should be tried rather than this one again. */
    private boolean isBetterLeft(Turn turn) {
        return turn.failures > 1 || rest(turn).compareTo(WORTH_A_SWITCH) > 0 || !turn.remote.hasRanges();
    }

    private Duration rest(Turn turn) {
        var rest = Duration.between(timing.now(), turn.restUntil);
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    private DownloadException reason() {
        DownloadException first = null;
        for (var turn : turns) {
            if (turn.last != null) {
                if (first == null) {
                    first = turn.last;
                } else if (first != turn.last) {
                    first.addSuppressed(turn.last);
                }
            }
        }
        return first == null ? new DownloadException.Stopped() : first;
    }

    /** Bytes came, so earlier failures count no more. */
    synchronized void brought(Remote remote) {
        turn(remote).ifPresent(turn -> turn.failures = 0);
    }

    /**
     * Notes a failure and decides what becomes of the source.
     *
     * @throws DownloadException where no source could do better
     */
    synchronized void failed(Remote remote, DownloadException why) throws DownloadException {
        var turn = turn(remote).orElseThrow();
        turn.last = why;
        turn.failures++;
        switch (why) {
            case ServerException.Busy busy -> rest(turn, busy.pause());
            case ServerException.Trouble trouble -> rest(turn, trouble.pause());
            case ServerException.BadAnswer _ -> rest(turn, BAD_ANSWERS);
            case NetworkException.Untrusted _, NetworkException.NotEncrypted _ -> turn.isGivenUp = true;
            case NetworkException _ -> rest(turn, settings.attempts());
            case ServerException _, ContentException _ -> turn.isGivenUp = true;
            case DiskException _, DownloadException.Stopped _, DownloadException.Broken _ -> throw why;
        }
    }

    private void rest(Turn turn, Duration asked) {
        if (asked.compareTo(settings.longestPause()) > 0) {
            turn.isGivenUp = true;
        }
        rest(turn, settings.attempts());
        var until = timing.now().plus(asked);
        if (until.isAfter(turn.restUntil)) {
            turn.restUntil = until;
        }
    }

    /** Doubles the pause with each failure, and spreads it so that not everybody comes back at the same moment. */
    private void rest(Turn turn, int attempts) {
        if (turn.failures >= attempts) {
            turn.isGivenUp = true;
        }
        var pause = FIRST_PAUSE.multipliedBy(1L << Math.min(turn.failures - 1, 10));
        var bounded = pause.compareTo(LONGEST_OWN_PAUSE) > 0 ? LONGEST_OWN_PAUSE : pause;
        var spread = Duration.ofNanos((long) (bounded.toNanos() * random.nextDouble(0.5, 1)));
        turn.restUntil = timing.now().plus(spread);
    }

    private Optional<Turn> turn(Remote remote) {
        return turns.stream().filter(turn -> turn.remote == remote).findFirst();
    }
}
