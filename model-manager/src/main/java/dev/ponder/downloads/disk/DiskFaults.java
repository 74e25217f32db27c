package dev.ponder.downloads.disk;

import dev.ponder.downloads.DiskException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** What Java throws about files, in our terms. */
public final class DiskFaults {

    /** A disk with less than this is full, whatever the system's words were. */
    private static final long NEXT_TO_NOTHING = 1 << 20;

    private DiskFaults() {}

    /**
     * Tells what is behind a failure to read or write.
     *
     * @param file that was being worked on
     */
    public static DiskException of(Path file, IOException fault) {
        var folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
        if (!Files.isDirectory(folder)) {
            return new DiskException.FolderGone(folder, fault);
        }
        if (isFull(folder, fault)) {
            return new DiskException.DiskFull(folder, NEXT_TO_NOTHING, fault);
        }
        return isDenied(fault)
                ? new DiskException.NotWritable(folder, fault)
                : new DiskException.DiskFailed(file, fault);
    }

    private static boolean isFull(Path folder, IOException fault) {
        var words = words(fault);
        if (words.contains("no space") || words.contains("not enough space") || words.contains("quota")) {
            return true;
        }
        return Files.isDirectory(folder) && folder.toFile().getUsableSpace() < NEXT_TO_NOTHING;
    }

    private static boolean isDenied(IOException fault) {
        var words = words(fault);
        return fault instanceof AccessDeniedException
                || words.contains("permission denied")
                || words.contains("access is denied")
                || words.contains("read-only file system");
    }

    private static String words(IOException fault) {
        return Objects.requireNonNullElse(fault.getMessage(), "").toLowerCase(Locale.ROOT);
    }
}
