package dev.ponder.downloads.disk;

import dev.ponder.downloads.DiskException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A file that is written and read in places. For one thread; each opens its own.
 *
 * <p>Not a channel, which an interrupt of one thread would close for all.
 */
public final class PartFile implements AutoCloseable {

    private final Path path;
    private final RandomAccessFile file;

    private PartFile(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens it; makes it if it is not there.
     *
     * @throws DiskException.NameTaken if something else than a file has its name; symbolic links are not followed
     */
    public static PartFile open(Path path) throws DiskException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new DiskException.NameTaken(path, Files.isSymbolicLink(path) ? "a symbolic link" : "a folder");
        }
        try {
            return new PartFile(path, new RandomAccessFile(path.toFile(), "rw"));
        } catch (IOException e) {
            throw DiskFaults.of(path, e);
        }
    }

    /** Writes some bytes of an array in their place. */
    public void write(long position, byte[] bytes, int offset, int length) throws DiskException {
        try {
            file.seek(position);
            file.write(bytes, offset, length);
        } catch (IOException e) {
            throw DiskFaults.of(path, e);
        }
    }

    /** Reads bytes from their place; what lies behind the end of the file is zero. */
    public void read(long position, byte[] bytes, int length) throws DiskException {
        try {
            file.seek(position);
            int done = 0;
            while (done < length) {
                int count = file.read(bytes, done, length - done);
                if (count < 0) {
                    Arrays.fill(bytes, done, length, (byte) 0);
                    return;
                }
                done += count;
            }
        } catch (IOException e) {
            throw DiskFaults.of(path, e);
        }
    }

    /** Its length in bytes. */
    public long length() throws DiskException {
        try {
            return file.length();
        } catch (IOException e) {
            throw DiskFaults.of(path, e);
        }
    }

    /** Makes it this long. */
    public void setLength(long length) throws DiskException {
        try {
            file.setLength(length);
        } catch (IOException e) {
            throw DiskFaults.of(path, e);
        }
    }

    /** Waits until everything that was written by anybody is on the disk. */
    public void force() throws DiskException {
        try {
            file.getFD().sync();
        } catch (IOException e) {
            throw DiskFaults.of(path, e);
        }
    }

    @Override
    public void close() throws DiskException {
        try {
            file.close();
        } catch (IOException e) {
            throw DiskFaults.of(path, e);
        }
    }
}
