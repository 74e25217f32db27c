package dev.ponder.downloads.disk;

import dev.ponder.downloads.DiskException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The room that downloads of this process need. What a file system cannot reserve is kept in mind here, so that two downloads
 * do not both count on the same room. May be used by several threads.
 */
public final class DiskSpace {

    private final long keptFree;
    private final Map<Path, Long> promised = new HashMap<>();

    /**
     * Over all disks.
     *
     * @param keptFree bytes of each disk that downloads leave free
     */
    public DiskSpace(long keptFree) {
        this.keptFree = keptFree;
    }

    /**
     * Refuses a file for which there is no room.
     *
     * @param target whose room it is
     * @param bytes still to be written beyond what the disk has given to the file already
     */
    public synchronized void require(PartPaths target, long bytes) throws DiskException {
        long missing = missing(target, bytes);
        // a file that needs nothing more is finished also on a disk that others have filled
        if (bytes > 0 && missing > 0) {
            throw new DiskException.DiskFull(target.folder(), missing, null);
        }
        promised.put(target.target(), bytes);
    }

    /** How many bytes must be freed before so many can be written. */
    public synchronized long missing(PartPaths target, long bytes) throws DiskException {
        var folder = target.folder();
        if (!Files.isDirectory(folder)) {
            throw DiskFaults.of(target.part(), new NoSuchFileException(folder.toString()));
        }
        return bytes + keptFree + promisedToOthers(target) - folder.toFile().getUsableSpace();
    }

    /** The file has its room, or needs none any more. */
    public synchronized void settle(PartPaths target) {
        promised.remove(target.target());
    }

    private long promisedToOthers(PartPaths target) {
        long sum = 0;
        for (var entry : promised.entrySet()) {
            var folder = new PartPaths(entry.getKey()).folder();
            if (!entry.getKey().equals(target.target())
                    && Files.isDirectory(folder)
                    && areOnOneDisk(folder, target.folder())) {
                sum += entry.getValue();
            }
        }
        return sum;
    }

    private static boolean areOnOneDisk(Path one, Path other) {
        try {
            return Files.getFileStore(one).equals(Files.getFileStore(other));
        } catch (IOException _) {
            // inside a changed root no mount is known for it; to count a promise too much is the lesser harm
            return true;
        }
    }
}
