package dev.ponder.downloads.work;

import java.time.Duration;
import java.time.Instant;

/** The time by which a download waits before it tries again; another one in tests. */
interface Timing {

    /** This computer's clock. */
    Timing SYSTEM = new Timing() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
            Thread.sleep(time);
        }
    };

    Instant now();

    void sleep(Duration time) throws InterruptedException;
}
