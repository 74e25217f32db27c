package dev.ponder.gguf;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads little-endian values of a header through a small buffer. Every length is checked against what is left of the
 * file before anything is allocated, and skipping does not read.
 */
final class HeaderReader implements Closeable {
    private static final int BUFFER_BYTES = 32 * 1024;

    private final Refusal refusal;
    private final FileChannel channel;
    private final long length;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    // where in the file the buffer's end lies
    private long end;

    HeaderReader(Path file) throws GgufException {
        this.refusal = new Refusal(file);
        if (Files.isDirectory(file)) {
            throw refusal.plainly("is a folder; choose a .gguf file in it.");
        }
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            length = channel.size();
        } catch (IOException e) {
            throw refusal.unreadable(e);
        }
    }

    long length() {
        return length;
    }

    long position() {
        return end - buffer.remaining();
    }

    Refusal refusal() {
        return refusal;
    }

    /** Goes to a place in the file that was visited before. */
    void seek(long position) {
        end = position;
        buffer.limit(0);
    }

    long unsigned(int bytes) throws GgufException {
        fill(bytes);
        return switch (bytes) {
            case 1 -> Byte.toUnsignedLong(buffer.get());
            case 2 -> Short.toUnsignedLong(buffer.getShort());
            case 4 -> Integer.toUnsignedLong(buffer.getInt());
            default -> buffer.getLong();
        };
    }

    long signed(int bytes) throws GgufException {
        // shifting up and down again copies the sign bit into the rest
        var unused = Long.SIZE - bytes * Byte.SIZE;
        return unsigned(bytes) << unused >> unused;
    }

    /** A text with its length in front; what is not UTF-8 becomes the replacement character. */
    String text(long most, String what) throws GgufException {
        var size = textLength(most, what);
        if (size <= BUFFER_BYTES) {
            fill(size);
            var text = new String(buffer.array(), buffer.position(), size, StandardCharsets.UTF_8);
            buffer.position(buffer.position() + size);
            return text;
        }
        return longText(size);
    }

    private String longText(int size) throws GgufException {
        var bytes = ByteBuffer.allocate(size);
        var start = position();
        try {
            while (bytes.hasRemaining()) {
                if (channel.read(bytes, start + bytes.position()) < 0) {
                    throw refusal.cutOff(start + size, start + bytes.position());
                }
            }
        } catch (IOException e) {
            throw refusal.unreadable(e);
        }
        skip(size);
        return new String(bytes.array(), StandardCharsets.UTF_8);
    }

    void skipText(long most, String what) throws GgufException {
        skip(textLength(most, what));
    }

    private int textLength(long most, String what) throws GgufException {
        var size = unsigned(Long.BYTES);
        if (size < 0 || size > most) {
            throw refusal.because(
                    what + " claims " + Long.toUnsignedString(size) + " bytes, and at most " + most + " make sense");
        }
        require(size);
        return (int) size;
    }

    void skip(long bytes) throws GgufException {
        require(bytes);
        if (bytes <= buffer.remaining()) {
            buffer.position(buffer.position() + (int) bytes);
        } else {
            seek(position() + bytes);
        }
    }

    /** Checks that so many bytes follow in the file and that the header has not grown out of bounds. */
    void require(long bytes) throws GgufException {
        if (bytes > length - position()) {
            throw refusal.cutOff(position() + bytes, length);
        }
        if (position() + bytes > Limits.HEADER_BYTES) {
            throw refusal.because("its header takes more than " + Limits.HEADER_BYTES + " bytes");
        }
    }

    private void fill(int bytes) throws GgufException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        require(bytes);
        buffer.compact();
        try {
            while (buffer.position() < bytes) {
                var read = channel.read(buffer, end);
                if (read < 0) {
                    throw refusal.cutOff(end + bytes - buffer.position(), end);
                }
                end += read;
            }
        } catch (IOException e) {
            throw refusal.unreadable(e);
        } finally {
            buffer.flip();
        }
    }

    @Override
    public void close() throws GgufException {
        try {
            channel.close();
        } catch (IOException e) {
            throw refusal.unreadable(e);
        }
    }
}
