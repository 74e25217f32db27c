package dev.ponder.engine.host;

import java.time.Duration;

/** How soon to try again, and when to stop trying. One thread. */
final class RestartPolicy {

    /** Ends in a row, without any work done in between, after which nothing is tried again unasked. */
    static final int ATTEMPTS = 3;

    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);

    private int failures;

    /** A process ended. */
    void failed() {
        failures++;
    }

    /** The engine does its work, or the user asks for something else: earlier failures count no more. */
    void forget() {
        failures = 0;
    }

    /** The next failure is the last that is put up with: it is known that this does not work. */
    void expectFailure() {
        failures = ATTEMPTS - 1;
    }

    boolean isExhausted() {
        return failures >= ATTEMPTS;
    }

    /** The wait before the next attempt: none after the first failure, then half a second, doubling. */
    Duration delay() {
        if (failures <= 1) {
            return Duration.ZERO;
        }
        var grown = FIRST_DELAY.multipliedBy(1L << Math.min(failures - 2, 16));
        return grown.compareTo(LONGEST_DELAY) < 0 ? grown : LONGEST_DELAY;
    }
}
