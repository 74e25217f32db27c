package dev.ponder.downloads.work;

import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.disk.Journal;
import dev.ponder.downloads.disk.PartPaths;
import dev.ponder.downloads.disk.TargetLock;
import java.time.Duration;

/** Another running Ponder that may be fetching the same file. Its journal shows how far it is. */
record OtherProcess(PartPaths paths, Status status) {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /** Watches until the other process has finished, stopped or died; at once where there is none. */
    TargetLock awaitLock() throws DownloadException, InterruptedException {
        long known = -1;
        var lock = TargetLock.tryTake(paths.lock());
        while (lock.isEmpty()) {
            status.stage(new Phase.Elsewhere());
            var journal = Journal.read(paths.journal());
            journal.facts().ifPresent(facts -> status.size(facts.size()));
            long bytes = journal.ranges().total();
            status.bytes(bytes);
            status.fetched(known < 0 ? 0 : Math.max(0, bytes - known));
            known = bytes;
            Thread.sleep(LOOK_AGAIN);
            lock = TargetLock.tryTake(paths.lock());
        }
        return lock.get();
    }
}
