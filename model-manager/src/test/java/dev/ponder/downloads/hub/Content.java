package dev.ponder.downloads.hub;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.PieceHashes;
import dev.ponder.downloads.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Random;

/**
 * The bytes of a file that is stored nowhere: random ones that repeat, each page of which begins with its number, so that
 * every page of every file is another.
 *
 * @param size in bytes
 * @param seed two of which make two files
 */
public record Content(long size, long seed) {

    private static final int PAGE = 4096;
    private static final byte[] NOISE = new byte[1 << 20];

    static {
        new Random(42).nextBytes(NOISE);
    }

    /** Puts the bytes from a place in the file into an array. */
    public void fill(long offset, byte[] into, int length) {
        int done = 0;
        while (done < length) {
            long page = (offset + done) / PAGE;
            int within = (int) ((offset + done) % PAGE);
            int count = Math.min(PAGE - within, length - done);
            int noise = (int) Math.floorMod(page * 7919 + seed * 31, (NOISE.length - PAGE) / 8L) * 8;
            System.arraycopy(NOISE, noise + within, into, done, count);
            stamp(page, within, into, done, count);
            done += count;
        }
    }

    private void stamp(long page, int within, byte[] into, int at, int count) {
        var mark = ByteBuffer.allocate(16).putLong(page).putLong(seed).array();
        for (int i = within; i < mark.length && i - within < count; i++) {
            into[at + i - within] = mark[i];
        }
    }

    /** The hash of all of it. */
    public Sha256 sha256() {
        return sha256(new ByteRange(0, size));
    }

    /** The hash of a part. */
    public Sha256 sha256(ByteRange range) {
        var digest = Sha256.digest();
        var buffer = new byte[1 << 18];
        for (long position = range.start(); position < range.end(); position += buffer.length) {
            int count = (int) Math.min(buffer.length, range.end() - position);
            fill(position, buffer, count);
            digest.update(buffer, 0, count);
        }
        return Sha256.of(digest);
    }

    /** The hashes of all pieces. */
    public PieceHashes pieces(long pieceBytes) {
        var hashes = new ArrayList<Sha256>();
        for (long start = 0; start < size; start += pieceBytes) {
            hashes.add(sha256(new ByteRange(start, Math.min(size, start + pieceBytes))));
        }
        return new PieceHashes(pieceBytes, hashes);
    }
}
