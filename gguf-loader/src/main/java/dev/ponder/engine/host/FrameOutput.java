package dev.ponder.engine.host;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Objects;

/**
 * The engine process's way out for frames: a private descriptor that only this class knows, while the standard output
 * that native code may print to leads to the standard error. One thread at a time.
 */
final class FrameOutput extends OutputStream {
    private static final int STDOUT = 1;
    private static final int STDERR = 2;
    private static final int CHUNK_BYTES = 64 << 10;

    /** The same number on Linux, macOS and Windows. */
    private static final int EINTR = 4;

    private final CRuntime runtime;
    private final int descriptor;
    private final MemorySegment buffer = Arena.ofAuto().allocate(CHUNK_BYTES);
    private final MemorySegment errno;

    private FrameOutput(CRuntime runtime, int descriptor) {
        this.runtime = runtime;
        this.descriptor = descriptor;
        errno = runtime.allocateErrno(Arena.ofAuto());
    }

    /**
     * Takes the standard output for frames. Must run before any native library that could print is loaded.
     *
     * @throws IOException when the descriptors cannot be moved
     */
    static FrameOutput claim(CRuntime runtime) throws IOException {
        int copy = runtime.duplicate(STDOUT);
        if (copy < 0 || runtime.redirect(STDERR, STDOUT) < 0) {
            throw new IOException("the standard output cannot be kept for messages");
        }
        return new FrameOutput(runtime, copy);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        int done = 0;
        while (done < length) {
            int size = Math.min(CHUNK_BYTES, length - done);
            var chunk = buffer.asSlice(0, size);
            chunk.copyFrom(MemorySegment.ofArray(bytes).asSlice(offset + (long) done, size));
            writeAll(chunk);
            done += size;
        }
    }

    private void writeAll(MemorySegment chunk) throws IOException {
        long done = 0;
        while (done < chunk.byteSize()) {
            long written = runtime.write(errno, descriptor, chunk.asSlice(done));
            if (written >= 0) {
                done += written;
            } else if (written != -EINTR) {
                throw new IOException("the front process is gone (error " + -written + ")");
            }
        }
    }
}
