package dev.ponder.downloads;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another thread or process does in its own time. */
public final class Eventually {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

    private Eventually() {}

    /** Returns when a condition holds; fails after a minute. */
    public static void holds(String what, Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE;
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                fail("never: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }
}
