package dev.ponder.models;

import dev.ponder.downloads.Sha256;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Brings a large file to another place, where it appears only whole, read back and on the disk. */
final class FileTransfer {

    private FileTransfer() {}

    /**
     * Copies or moves a file.
     *
     * @param to a name that nothing has
     * @param move whether the original goes; within one disk only its name changes
     * @param work reads both once
     * @return the hash of what lies there now
     */
    static Sha256 bring(Path from, Path to, boolean move, FileHash work) throws IOException, LibraryException {
        if (move && isRenamed(from, to)) {
            return work.of(to);
        }
        var fresh = to.resolveSibling(to.getFileName() + ".importing");
        try {
            Files.deleteIfExists(fresh);
            var read = work.copy(from, fresh);
            var written = work.of(fresh);
            if (!written.equals(read)) {
                throw new LibraryException(
                        LibraryException.Kind.COPY_DIFFERS,
                        "What was written of " + from.getFileName()
                                + " is not what was read; check the disk of the models.",
                        null);
            }
            Files.move(fresh, to, StandardCopyOption.ATOMIC_MOVE);
            if (move) {
                Files.delete(from);
            }
            return written;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static boolean isRenamed(Path from, Path to) throws IOException {
        if (Files.isSymbolicLink(from)) {
            return false;
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (AtomicMoveNotSupportedException _) {
            return false;
        }
    }

    /** What the system says about a file, as a sentence. */
    static LibraryException failed(Path file, IOException e) {
        var reason = e instanceof FileSystemException system ? String.valueOf(system.getReason()) : e.getMessage();
        if (reason != null && (reason.contains("No space") || reason.contains("not enough space"))) {
            return new LibraryException(
                    LibraryException.Kind.DISK_FULL,
                    "The disk of the models is full. Free some room and bring " + file.getFileName() + " again.",
                    e);
        }
        return new LibraryException(
                LibraryException.Kind.FILE_FAILED,
                "The file " + file + " cannot be brought into the folder of models (" + reason
                        + "). Look at its permissions and at the disk.",
                e);
    }
}
