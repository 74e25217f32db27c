package dev.ponder.engine.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** Writes frames; any thread, one frame at a time. */
final class FrameWriter {
    private final OutputStream out;
    private int sequence;

    FrameWriter(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes one frame and flushes it. Blocks while the pipe is full.
     *
     * @throws IOException when the other end is gone
     */
    synchronized void write(byte[] payload) throws IOException {
        if (payload.length > FrameFormat.PAYLOAD_LIMIT) {
            throw new WireException("a message of " + payload.length + " bytes is too long to send");
        }
        var header = FrameFormat.header(sequence++, payload.length);
        // one write each: a pipe takes up to 4 KiB in one piece, so a crash rarely leaves half a frame
        out.write(ByteBuffer.allocate(FrameFormat.HEADER_BYTES + payload.length + FrameFormat.TRAILER_BYTES)
                .put(header)
                .put(payload)
                .putInt(FrameFormat.checksum(header, payload))
                .array());
        out.flush();
    }
}
