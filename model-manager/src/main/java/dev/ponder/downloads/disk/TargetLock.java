package dev.ponder.downloads.disk;

import dev.ponder.downloads.DiskException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to write the files of a target, held by one process at a time and freed by the system however that process ends.
 * Within a process it is taken once at a time by its caller's care: POSIX frees a process's lock when it closes any channel
 * of the file, so nothing else ever opens it.
 */
public final class TargetLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    private TargetLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock if nobody has it.
     *
     * @return empty where another process has it
     */
    public static Optional<TargetLock> tryTake(Path file) throws DiskException {
        try {
            return take(file);
        } catch (IOException e) {
            throw DiskFaults.of(file, e);
        }
    }

    private static Optional<TargetLock> take(Path file) throws IOException {
        while (true) {
            create(file);
            var before = key(file);
            FileChannel channel;
            try {
                channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            } catch (NoSuchFileException _) {
                continue;
            }
            if (!isLocked(channel)) {
                return Optional.empty();
            }
            // whoever had it before may have deleted the file between: then this lock is on a file that nobody sees
            if (before.isPresent() && before.equals(key(file))) {
                return Optional.of(new TargetLock(file, channel));
            }
            channel.close();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        @Nullable FileLock lock = null;
        try {
            lock = channel.tryLock();
            return lock != null;
        } finally {
            if (lock == null) {
                channel.close();
            }
        }
    }

    private static void create(Path file) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException _) {
            // of a process that holds the lock, or was killed
        }
    }

    /** What tells this file from a later one of the same name; on Windows a file that is open keeps its name. */
    private static Optional<Object> key(Path file) throws IOException {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(attributes.fileKey() == null ? file : attributes.fileKey());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /** Lets go. Nothing of the lock stays in the folder. */
    @Override
    public void close() throws DiskException {
        try (channel) {
            // before it is freed, so that whoever takes it next sees that it is gone
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw DiskFaults.of(file, e);
        }
    }
}
