package dev.ponder.downloads.work;

import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.FinishedFile;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.disk.DiskFaults;
import dev.ponder.downloads.disk.PartPaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.function.LongConsumer;

/** A file that has the wanted name already: perhaps it is the wanted one, brought by another process or an earlier run. */
record ExistingTarget(PartPaths paths, Expected expected, Status status) {

    private static final int BUFFER_BYTES = 1 << 20;

    /**
     * Hashes it.
     *
     * @throws DiskException.NameTaken if it is something else
     */
    FinishedFile verify() throws DiskException, InterruptedException {
        var target = paths.target();
        try {
            if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(target) != expected.size()
                    || !hash(verified -> status.stage(new Phase.Verifying(verified)))
                            .equals(expected.sha256())) {
                Publication.requireFree(target);
            }
        } catch (IOException e) {
            throw DiskFaults.of(target, e);
        }
        Publication.discard(paths);
        status.bytes(expected.size());
        return new FinishedFile(target, expected.size(), expected.sha256(), expected.pinned());
    }

    private Sha256 hash(LongConsumer onVerified) throws IOException, InterruptedException {
        var digest = Sha256.digest();
        var buffer = new byte[BUFFER_BYTES];
        long verified = 0;
        try (var in = Files.newInputStream(paths.target(), LinkOption.NOFOLLOW_LINKS)) {
            for (int count; (count = in.read(buffer)) >= 0; ) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                digest.update(buffer, 0, count);
                verified += count;
                onVerified.accept(verified);
            }
        }
        return Sha256.of(digest);
    }
}
