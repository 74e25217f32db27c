package dev.ponder.gguf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.SplittableRandom;

/** Where the bytes of a tensor come from; written as a stream, so that no tensor needs to fit in memory. */
@FunctionalInterface
public interface TensorData {

    /** Writes exactly so many bytes. */
    void write(OutputStream out, long bytes) throws IOException;

    /** All bytes zero. */
    static TensorData zeros() {
        return (out, bytes) -> {
            var chunk = new byte[1 << 16];
            for (long left = bytes; left > 0; left -= chunk.length) {
                out.write(chunk, 0, (int) Math.min(left, chunk.length));
            }
        };
    }

    /** The same F32 number everywhere. */
    static TensorData constant(float value) {
        return (out, bytes) -> {
            var bits = ByteBuffer.allocate(Float.BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putFloat(value);
            for (long left = bytes; left > 0; left -= Float.BYTES) {
                out.write(bits.array());
            }
        };
    }

    /** F32 numbers spread evenly between -limit and limit. */
    static TensorData randomF32(long seed, float limit) {
        return (out, bytes) -> {
            var random = new SplittableRandom(seed);
            var bits = ByteBuffer.allocate(Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (long left = bytes; left > 0; left -= Float.BYTES) {
                out.write(bits.putFloat(0, (float) random.nextDouble(-limit, limit))
                        .array());
            }
        };
    }

    /** Q8_0 blocks of even random values between -limit and limit: a half-precision scale, then 32 signed bytes. */
    static TensorData randomQ8(long seed, float limit) {
        return (out, bytes) -> {
            var block = TensorType.Q8_0.blockBytes();
            var scale = Float.floatToFloat16(limit / Byte.MAX_VALUE);
            var random = new SplittableRandom(seed);
            var chunk = ByteBuffer.allocate(block * 1024).order(ByteOrder.LITTLE_ENDIAN);
            for (long left = bytes; left > 0; left -= chunk.capacity()) {
                random.nextBytes(chunk.array());
                for (int at = 0; at < chunk.capacity(); at += block) {
                    chunk.putShort(at, scale);
                }
                out.write(chunk.array(), 0, (int) Math.min(left, chunk.capacity()));
            }
        };
    }
}
