package dev.ponder.gguf;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Damages the header of a GGUF file at random, as a seed says: flipped bits, absurd numbers, bytes lost, doubled or put
 * in between.
 */
public final class HeaderMutation {
    private static final long[] ABSURD = {
        0,
        1,
        -1,
        2,
        9,
        31,
        255,
        65_536,
        0x7FFF_FFFFL,
        0x8000_0000L,
        0xFFFF_FFFFL,
        1L << 40,
        Long.MAX_VALUE,
        Long.MIN_VALUE
    };
    private static final int EDGE = 2048;

    private final Path source;
    private final byte[] header;

    /** Reads the header that is to be damaged from a sound file. */
    public HeaderMutation(Path source) throws IOException {
        this.source = source;
        var data = GgufFile.read(source).tensors().getFirst().offset();
        try (var in = Files.newInputStream(source)) {
            this.header = in.readNBytes((int) data);
        }
    }

    /** Writes a mutant with all weights, for a program that loads it. */
    public void write(Path target, long seed) throws IOException {
        try (var in = Files.newInputStream(source);
                var out = Files.newOutputStream(target)) {
            in.skipNBytes(header.length);
            out.write(mutant(seed));
            in.transferTo(out);
        }
    }

    /** Writes a mutant with a hole in place of the weights, for a program that reads headers only. */
    public void writeSparse(Path target, long seed) throws IOException {
        var mutant = mutant(seed);
        Files.write(target, mutant);
        try (var file = new RandomAccessFile(target.toFile(), "rw")) {
            file.setLength(Files.size(source) - header.length + mutant.length);
        }
    }

    private byte[] mutant(long seed) {
        var random = new SplittableRandom(seed);
        var bytes = header.clone();
        for (int left = random.nextInt(1, 4); left > 0; left--) {
            bytes = mutate(bytes, random);
        }
        return bytes;
    }

    private static byte[] mutate(byte[] bytes, SplittableRandom random) {
        var at = place(bytes.length, random);
        var some = Math.min(random.nextInt(1, 17), bytes.length - at);
        switch (random.nextInt(7)) {
            case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            case 1 -> bytes[at] = (byte) random.nextInt();
            case 2 -> bytes[at] = (byte) (bytes[at] + (random.nextBoolean() ? 1 : -1));
            case 3 -> put(bytes, at, Math.min(Integer.BYTES, bytes.length - at), random);
            case 4 -> put(bytes, at, Math.min(Long.BYTES, bytes.length - at), random);
            case 5 -> {
                System.arraycopy(bytes, at + some, bytes, at, bytes.length - at - some);
                return Arrays.copyOf(bytes, bytes.length - some);
            }
            default -> {
                // the bytes from here on twice, so that what follows no longer stands where it did
                var longer = Arrays.copyOf(bytes, bytes.length + some);
                System.arraycopy(bytes, at, longer, at + some, bytes.length - at);
                return longer;
            }
        }
        return bytes;
    }

    private static void put(byte[] bytes, int at, int count, SplittableRandom random) {
        var number = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        number.putLong(0, ABSURD[random.nextInt(ABSURD.length)]);
        number.get(0, bytes, at, count);
    }

    /** Most of a header is vocabulary; what steers a reader stands at both ends, so two thirds of the damage goes there. */
    private static int place(int length, SplittableRandom random) {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextInt(Math.min(EDGE, length));
            case 1 -> length - 1 - random.nextInt(Math.min(4 * EDGE, length));
            default -> random.nextInt(length);
        };
    }
}
