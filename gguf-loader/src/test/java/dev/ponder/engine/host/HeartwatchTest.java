package dev.ponder.engine.host;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HeartwatchTest {
    private static final long MILLI = 1_000_000;
    private static final long TICK = 250 * MILLI;

    private final Heartwatch watch =
            new Heartwatch(Duration.ofSeconds(3), Duration.ofMillis(250), Duration.ofSeconds(10), 0);
    private long now;

    /** Lets time pass in ticks that come when they should; returns whether the last found silence. */
    private boolean pass(Duration time) {
        boolean silent = false;
        for (long end = now + time.toNanos(); now < end; ) {
            now += TICK;
            silent = watch.isSilent(now);
        }
        return silent;
    }

    @Test
    void isPatientWithAProcessThatStarts() {
        assertFalse(pass(Duration.ofSeconds(13)));
        assertTrue(pass(Duration.ofSeconds(1)));
    }

    @Test
    void noticesThreeSecondsOfSilence() {
        watch.heard(now);
        assertFalse(pass(Duration.ofSeconds(3)));
        assertTrue(pass(Duration.ofMillis(250)));
    }

    @Test
    void startsAnewAfterTheMachineSlept() {
        watch.heard(now);
        now += Duration.ofHours(8).toNanos();
        assertFalse(watch.isSilent(now));
        assertFalse(pass(Duration.ofSeconds(3)));
        assertTrue(pass(Duration.ofSeconds(1)));
    }

    @Test
    void blamesNobodyWhileThisProcessStarves() {
        watch.heard(now);
        for (int i = 0; i < 20; i++) {
            now += 4 * TICK;
            assertFalse(watch.isSilent(now));
        }
    }

    @Test
    void blamesNobodyWhileAConsumerHoldsTheEventsUp() {
        watch.delivering();
        assertFalse(pass(Duration.ofMinutes(5)));
        watch.delivered(now);
        assertFalse(pass(Duration.ofSeconds(3)));
        assertTrue(pass(Duration.ofSeconds(1)));
    }
}
