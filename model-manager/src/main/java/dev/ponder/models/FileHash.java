package dev.ponder.models;

import dev.ponder.downloads.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Reads whole files for their hash. */
final class FileHash {
    private static final int BUFFER = 1 << 22;

    private final HashProgress progress;
    private final long total;
    private long done;

    /**
     * Work on files.
     *
     * @param total bytes of all of them, as many times as they are read
     */
    FileHash(HashProgress progress, long total) {
        this.progress = progress;
        this.total = total;
    }

    /** The hash of a file. */
    Sha256 of(Path file) throws IOException, LibraryException {
        return read(file, null);
    }

    /** Copies a file and returns the hash of what was read. The copy is on the disk when this returns. */
    Sha256 copy(Path from, Path to) throws IOException, LibraryException {
        try (var out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var hash = read(from, out);
            out.force(true);
            return hash;
        }
    }

    private Sha256 read(Path file, @Nullable WritableByteChannel copy) throws IOException, LibraryException {
        var digest = Sha256.digest();
        var buffer = ByteBuffer.allocateDirect(BUFFER);
        try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
            while (in.read(buffer) >= 0) {
                buffer.flip();
                done += buffer.remaining();
                digest.update(buffer.duplicate());
                while (copy != null && buffer.hasRemaining()) {
                    copy.write(buffer);
                }
                buffer.clear();
                if (!progress.onBytes(done, total)) {
                    throw new LibraryException(
                            LibraryException.Kind.STOPPED, "It was stopped; nothing has changed.", null);
                }
            }
        }
        return Sha256.of(digest);
    }
}
