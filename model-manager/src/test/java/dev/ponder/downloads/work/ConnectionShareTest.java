package dev.ponder.downloads.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ponder.downloads.Eventually;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ConnectionShareTest {

    private static final DownloadSettings SETTINGS =
            new DownloadSettings(1, 1, 0, 4, 6, 2, 1, Duration.ofSeconds(1), Duration.ofSeconds(1));

    @Test
    void dividesTheConnectionsAmongTheDownloadsThatRun() throws Exception {
        var share = new ConnectionShare(SETTINGS);
        assertEquals(4, share.fairPart(), "never more than a download's own limit");
        try (var _ = share.begin()) {
            assertEquals(4, share.fairPart());
            try (var _ = share.begin()) {
                assertEquals(3, share.fairPart());
            }
        }
        assertEquals(4, share.fairPart());
    }

    @Test
    void theNextWaitsUntilOneIsGivenBack() throws Exception {
        var share = new ConnectionShare(SETTINGS);
        for (int i = 0; i < 5; i++) {
            share.connect();
        }
        var has = new CountDownLatch(1);
        try (var _ = share.connect()) {
            var waiting = Thread.ofPlatform().daemon().start(() -> {
                try {
                    share.connect();
                    has.countDown();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            Eventually.holds("it waits", () -> waiting.getState() == Thread.State.WAITING);
            assertFalse(has.getCount() == 0);
        }
        has.await();
    }
}
