package dev.ponder.engine.host;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * How messages are framed on a pipe, all big-endian: a magic number that carries the protocol's version, the frame's
 * place in the stream, the payload's length, the payload, and a CRC-32C over all of that. Bytes that anything else
 * writes into the pipe, and frames that are lost or swapped, are noticed at the next frame.
 */
final class FrameFormat {
    /** "PND" and the version of the protocol. */
    static final int MAGIC = 0x504E4401;

    /** Bytes before the payload. */
    static final int HEADER_BYTES = 12;

    /** Bytes behind the payload. */
    static final int TRAILER_BYTES = 4;

    /** The longest payload. A prompt of a million tokens has a few megabytes. */
    static final int PAYLOAD_LIMIT = 64 << 20;

    private FrameFormat() {}

    static int checksum(byte[] header, byte[] payload) {
        var crc = new CRC32C();
        crc.update(header, 0, HEADER_BYTES);
        crc.update(payload, 0, payload.length);
        return (int) crc.getValue();
    }

    static byte[] header(int sequence, int length) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .putInt(MAGIC)
                .putInt(sequence)
                .putInt(length)
                .array();
    }
}
