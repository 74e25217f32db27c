package dev.ponder.engine.host;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Reads frames on one thread. */
final class FrameReader {
    private final InputStream in;
    private int sequence;

    FrameReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next frame's payload. Blocks until it is there.
     *
     * @return null where the stream ends between two frames
     * @throws EOFException when the stream ends inside a frame
     * @throws WireException when the bytes are no frame, or not the one whose turn it is
     */
    byte @Nullable [] read() throws IOException {
        var magic = in.readNBytes(Integer.BYTES);
        if (magic.length == 0) {
            return null;
        }
        // garbage may be short: what is there is judged before more is waited for
        requireMagic(magic);
        requireLength(magic, Integer.BYTES);
        int rest = FrameFormat.HEADER_BYTES - Integer.BYTES;
        var fields = ByteBuffer.wrap(requireLength(in.readNBytes(rest), rest));
        int claimed = fields.getInt();
        int length = fields.getInt();
        requireSequence(claimed);
        if (length < 0 || length > FrameFormat.PAYLOAD_LIMIT) {
            throw new WireException("a frame claims " + length + " bytes");
        }
        // readNBytes allocates as bytes arrive, so a false length costs nothing
        var payload = requireLength(in.readNBytes(length), length);
        var trailer = requireLength(in.readNBytes(FrameFormat.TRAILER_BYTES), FrameFormat.TRAILER_BYTES);
        if (ByteBuffer.wrap(trailer).getInt() != FrameFormat.checksum(FrameFormat.header(claimed, length), payload)) {
            throw new WireException("a frame's checksum is wrong");
        }
        return payload;
    }

    private static void requireMagic(byte[] bytes) throws WireException {
        if (!Arrays.equals(bytes, Arrays.copyOf(FrameFormat.header(0, 0), bytes.length))) {
            throw new WireException("the bytes are not a frame");
        }
    }

    private void requireSequence(int claimed) throws WireException {
        if (claimed != sequence) {
            throw new WireException("frame " + claimed + " came where frame " + sequence + " was due");
        }
        sequence++;
    }

    private static byte[] requireLength(byte[] bytes, int length) throws EOFException {
        if (bytes.length < length) {
            throw new EOFException("the stream ended inside a frame");
        }
        return bytes;
    }
}
