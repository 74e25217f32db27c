package dev.ponder.qwen;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Utf8StreamTest {

    private static final String TEXT = "aé你😀e\u0301👩‍👩‍👧z";

    @Test
    void givesWholeCodePointsHoweverTheBytesAreCut() {
        var bytes = TEXT.getBytes(UTF_8);
        for (int at = 0; at <= bytes.length; at++) {
            for (int to = at; to <= bytes.length; to++) {
                var stream = new Utf8Stream();
                var first = stream.decode(Arrays.copyOf(bytes, at));
                var second = stream.decode(Arrays.copyOfRange(bytes, at, to));
                var third = stream.decode(Arrays.copyOfRange(bytes, to, bytes.length));

                assertEquals(TEXT, first + second + third + stream.finish());
                assertEquals(new String(bytes, 0, at, UTF_8).replace("\uFFFD", ""), first);
            }
        }
    }

    @Test
    void replacesACodePointThatNeverEnds() {
        var stream = new Utf8Stream();

        assertEquals("a", stream.decode(new byte[] {'a', (byte) 0xF0, (byte) 0x9F}));
        assertEquals("\uFFFD", stream.finish());
        assertEquals("b", stream.decode(new byte[] {'b'}));
    }

    @Test
    void replacesBytesThatAreNoUtf8AndGoesOn() {
        var stream = new Utf8Stream();

        assertEquals("\uFFFDa", stream.decode(new byte[] {(byte) 0xFF, 'a'}));
        assertEquals("", stream.decode(new byte[] {(byte) 0xC3}));
        assertEquals("\uFFFDb", stream.decode(new byte[] {'b'}));
    }
}
