package dev.ponder.downloads;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The system's SHA-256, where it has one, is that of FIPS 180-4, and Java's. */
class SystemSha256Test {

    private MessageDigest digest;

    @BeforeEach
    void find() {
        var found = SystemSha256.create();
        assumeTrue(found.isPresent(), "this system has none");
        digest = found.get();
    }

    /** The examples of FIPS 180-2, appendix B. */
    @Test
    void comesToThePublishedValues() {
        assertEquals(
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                Sha256.of(update("abc")).hex());
        assertEquals(
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
                Sha256.of(update("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))
                        .hex());
        for (int i = 0; i < 1_000; i++) {
            update("a".repeat(1_000));
        }
        assertEquals(
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
                Sha256.of(digest).hex());
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                Sha256.of(digest).hex(),
                "of nothing, since a value that was taken begins anew");
    }

    @Test
    void isJavasHoweverTheBytesCome() {
        var random = new Random(7);
        for (int round = 0; round < 200; round++) {
            var bytes = new byte[random.nextInt(700_000)];
            random.nextBytes(bytes);
            var java = Sha256.javaDigest();
            MessageDigest copy = digest;
            for (int from = 0; from < bytes.length; ) {
                int length = Math.min(bytes.length - from, 1 + random.nextInt(400_000));
                if (length == 1) {
                    copy.update(bytes[from]);
                } else if (random.nextBoolean()) {
                    copy.update(ByteBuffer.wrap(bytes, from, length));
                } else {
                    copy.update(bytes, from, length);
                }
                if (random.nextInt(3) == 0) {
                    var left = copy;
                    copy = Sha256.copy(copy);
                    left.update((byte) 9);
                    left.reset();
                }
                from += length;
            }
            assertArrayEquals(java.digest(bytes), copy.digest(), bytes.length + " bytes");
            digest.reset();
        }
    }

    @Test
    void readsNothingBesideTheBytes() {
        assertThrows(RuntimeException.class, () -> digest.update(new byte[10], 5, 6));
    }

    private MessageDigest update(String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        return digest;
    }
}
