package dev.ponder.gguf;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the little-endian pieces that a GGUF header is made of, and counts its bytes. */
final class GgufOutput extends FilterOutputStream {
    private long position;

    GgufOutput(OutputStream out) {
        super(out);
    }

    long position() {
        return position;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        position++;
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        out.write(bytes, from, count);
        position += count;
    }

    /** The lowest bytes of a number. */
    GgufOutput whole(long value, int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            write((int) (value >>> (i * Byte.SIZE)));
        }
        return this;
    }

    GgufOutput u32(long value) throws IOException {
        return whole(value, Integer.BYTES);
    }

    GgufOutput u64(long value) throws IOException {
        return whole(value, Long.BYTES);
    }

    /** A text with its length in front. */
    GgufOutput text(String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        u64(bytes.length);
        write(bytes);
        return this;
    }

    /** Zeros up to a multiple of the alignment. */
    void pad(long alignment) throws IOException {
        while (position % alignment != 0) {
            write(0);
        }
    }

    /** A value with its type in front. */
    void typed(GgufValue value) throws IOException {
        u32(value.type().id());
        bare(value);
    }

    private void bare(GgufValue value) throws IOException {
        switch (value) {
            case GgufValue.Whole(var number, var type) -> whole(number, type.bytes());
            case GgufValue.Real(var number, var type) -> {
                if (type == GgufType.FLOAT32) {
                    u32(Float.floatToRawIntBits((float) number));
                } else {
                    u64(Double.doubleToRawLongBits(number));
                }
            }
            case GgufValue.Flag(var flag) -> write(flag ? 1 : 0);
            case GgufValue.Text(var text) -> text(text);
            case GgufValue.Array array -> {
                u32(array.elementType().id()).u64(array.items().size());
                for (var item : array.items()) {
                    bare(item);
                }
            }
        }
    }
}
