package dev.ponder.downloads.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SpeedLimitTest {

    private static final long SECOND = 1_000_000_000;

    @Test
    void letsAsManyBytesThroughAsTheLimitSays() {
        var limit = new SpeedLimit();
        long now = 5 * SECOND;
        // four readers at the same moment
        assertEquals(SECOND / 10, limit.wait(now, 100_000, 1_000_000));
        assertEquals(2 * SECOND / 10, limit.wait(now, 100_000, 1_000_000));
        assertEquals(3 * SECOND / 10, limit.wait(now, 100_000, 1_000_000));
        assertEquals(4 * SECOND / 10, limit.wait(now, 100_000, 1_000_000));
        // an idle time is not made up for
        assertEquals(SECOND / 10, limit.wait(now + 60 * SECOND, 100_000, 1_000_000));
    }

    @Test
    void readsInSmallStepsWhereTheLimitIsLow() {
        var limit = new SpeedLimit();
        assertEquals(262_144, limit.step(262_144));
        limit.set(100_000);
        assertEquals(5_000, limit.step(262_144));
        limit.set(1);
        assertEquals(1_024, limit.step(262_144));
        limit.set(0);
        assertEquals(262_144, limit.step(262_144));
    }
}
