package dev.ponder.engine.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final int MUTATIONS = 20_000;

    @Test
    void everyRequestComesBackAsItWas() throws Exception {
        for (var request : WireSamples.requests()) {
            assertEquals(request, RequestCodec.decode(RequestCodec.encode(request)));
        }
    }

    @Test
    void everyEventComesBackAsItWas() throws Exception {
        for (var event : WireSamples.events()) {
            assertEquals(event, EventCodec.decode(EventCodec.encode(event)));
        }
    }

    @Test
    void refusesAMessageCutAnywhereOrWithSomethingBehindIt() {
        for (var event : WireSamples.events()) {
            var bytes = EventCodec.encode(event);
            for (int length = 0; length < bytes.length; length++) {
                var cut = Arrays.copyOf(bytes, length);
                assertThrows(WireException.class, () -> EventCodec.decode(cut), () -> event + " cut");
            }
            assertThrows(WireException.class, () -> EventCodec.decode(Arrays.copyOf(bytes, bytes.length + 1)));
        }
    }

    @Test
    void readsDamagedMessagesOrRefusesThemButNeverFailsOtherwise() {
        var random = new Random(7);
        var events = WireSamples.events();
        var requests = WireSamples.requests();
        for (int i = 0; i < MUTATIONS; i++) {
            var event = EventCodec.encode(events.get(i % events.size()));
            damage(event, random);
            var request = RequestCodec.encode(requests.get(i % requests.size()));
            damage(request, random);
            readOrRefuse(() -> EventCodec.decode(event));
            readOrRefuse(() -> RequestCodec.decode(request));
        }
    }

    private static void damage(byte[] bytes, Random random) {
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
    }

    private interface Decoding {
        Object run() throws WireException;
    }

    private static void readOrRefuse(Decoding decoding) {
        try {
            decoding.run().hashCode();
        } catch (WireException refused) {
            refused.getMessage().length();
        }
    }

    @Test
    void refusesFractionsThatAreNoNumbers() {
        var bytes = EventCodec.encode(new HostEvent.LoadProgress(1, Double.NaN));
        assertThrows(WireException.class, () -> EventCodec.decode(bytes));
    }

    @Test
    void refusesSamplingOutsideItsRange() {
        var valid = RequestCodec.encode(WireSamples.requests().get(5));
        // the temperature stands behind tag, id, "no conversation" and an empty prompt
        valid[1 + 8 + 1 + 4] = (byte) 0xC0;
        assertThrows(WireException.class, () -> RequestCodec.decode(valid));
    }

    private static byte[] frames(byte[]... payloads) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var writer = new FrameWriter(bytes);
        for (var payload : payloads) {
            writer.write(payload);
        }
        return bytes.toByteArray();
    }

    private static FrameReader reader(byte[] bytes) {
        return new FrameReader(new ByteArrayInputStream(bytes));
    }

    @Test
    void framesComeBackInOrderAndThenTheEnd() throws Exception {
        var reader = reader(frames(new byte[] {1}, new byte[0], new byte[100_000]));
        assertArrayEquals(new byte[] {1}, reader.read());
        assertEquals(0, reader.read().length);
        assertEquals(100_000, reader.read().length);
        assertNull(reader.read());
    }

    @Test
    void tellsAFrameCutShortFromAnEnd() throws Exception {
        var whole = frames(new byte[] {1, 2, 3});
        for (int length = 1; length < whole.length; length++) {
            var cut = reader(Arrays.copyOf(whole, length));
            assertThrows(EOFException.class, cut::read);
        }
    }

    @Test
    void noticesEveryFlippedBit() throws Exception {
        var whole = frames(new byte[] {1, 2, 3});
        for (int bit = 0; bit < whole.length * 8; bit++) {
            var flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            // a length that grew ends with the stream; everything else is seen at once
            assertThrows(IOException.class, reader(flipped)::read);
        }
    }

    @Test
    void noticesForeignBytesBetweenTwoFrames() throws Exception {
        var first = frames(new byte[] {1});
        var both = Arrays.copyOf(first, first.length + 3);
        both[first.length] = 'h';
        both[first.length + 1] = 'i';
        var reader = reader(both);
        reader.read();
        assertThrows(WireException.class, reader::read);
    }

    @Test
    void noticesALostAndARepeatedFrame() throws Exception {
        var all = frames(new byte[] {1}, new byte[] {2});
        int size = all.length / 2;
        assertThrows(WireException.class, reader(Arrays.copyOfRange(all, size, all.length))::read);
        var twice = all.clone();
        System.arraycopy(all, 0, twice, size, size);
        var reader = reader(twice);
        reader.read();
        assertThrows(WireException.class, reader::read);
    }

    @Test
    void refusesALengthOverTheLimitWithoutAllocatingIt() {
        for (int length : new int[] {-1, FrameFormat.PAYLOAD_LIMIT + 1, Integer.MAX_VALUE}) {
            assertThrows(WireException.class, reader(FrameFormat.header(0, length))::read);
        }
    }
}
