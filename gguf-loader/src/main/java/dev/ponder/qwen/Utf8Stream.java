package dev.ponder.qwen;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/**
 * Decodes UTF-8 that arrives in pieces cut anywhere, as tokens are, into whole code points. What is no UTF-8 becomes
 * U+FFFD. For one thread.
 */
public final class Utf8Stream {

    private static final int LONGEST_CODE_POINT = 4;

    private final CharsetDecoder decoder = UTF_8.newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private byte[] rest = new byte[0];

    /** A stream of which nothing has arrived. */
    public Utf8Stream() {}

    /**
     * Takes the next bytes.
     *
     * @return the code points that are complete now, possibly none
     */
    public String decode(byte[] bytes) {
        return decode(bytes, false);
    }

    /**
     * Ends the stream, which may go on afresh.
     *
     * @return U+FFFD where the stream broke off inside a code point, else the empty string
     */
    public String finish() {
        String last = decode(new byte[0], true);
        decoder.reset();
        return last;
    }

    /** Whether what has arrived ends in the middle of a code point. */
    public boolean isInside() {
        return rest.length > 0;
    }

    /** Whether bytes that begin with a code point end in the middle of one. */
    public static boolean endsInside(byte[] bytes) {
        for (int back = 1; back < LONGEST_CODE_POINT && back <= bytes.length; back++) {
            int unit = Byte.toUnsignedInt(bytes[bytes.length - back]);
            boolean continues = (unit & 0b1100_0000) == 0b1000_0000;
            if (!continues) {
                return back < length(unit);
            }
        }
        return false;
    }

    /** Bytes of the code point that begins so. */
    private static int length(int first) {
        if (first < 0b1100_0000) {
            return 1;
        }
        return first < 0b1110_0000 ? 2 : first < 0b1111_0000 ? 3 : LONGEST_CODE_POINT;
    }

    private String decode(byte[] bytes, boolean atEnd) {
        var in = ByteBuffer.allocate(rest.length + bytes.length);
        in.put(rest).put(bytes).flip();
        var out = CharBuffer.allocate(in.remaining() + LONGEST_CODE_POINT);
        decoder.decode(in, out, atEnd);
        if (atEnd) {
            decoder.flush(out);
        }
        rest = new byte[in.remaining()];
        in.get(rest);
        return out.flip().toString();
    }
}
