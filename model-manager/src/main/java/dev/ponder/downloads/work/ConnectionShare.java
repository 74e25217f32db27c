package dev.ponder.downloads.work;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** The connections that all downloads together may have, and the downloads that may run at once. Used by several threads. */
final class ConnectionShare {

    private final DownloadSettings settings;
    private final Semaphore connections;
    private final Semaphore downloads;
    private final AtomicInteger running = new AtomicInteger();

    ConnectionShare(DownloadSettings settings) {
        this.settings = settings;
        this.connections = new Semaphore(settings.allConnections(), true);
        this.downloads = new Semaphore(settings.downloads(), true);
    }

    /** A right that is given back. */
    interface Right extends AutoCloseable {
        @Override
        void close();
    }

    /** Waits for the turn of a download. */
    Right begin() throws InterruptedException {
        downloads.acquire();
        running.incrementAndGet();
        return () -> {
            running.decrementAndGet();
            downloads.release();
        };
    }

    /** Waits for the right to one connection. */
    Right connect() throws InterruptedException {
        connections.acquire();
        return connections::release;
    }

    /** How many connections a download may have while so many run. */
    int fairPart() {
        int part = settings.allConnections() / Math.max(1, running.get());
        return Math.clamp(part, 1, settings.connections());
    }
}
