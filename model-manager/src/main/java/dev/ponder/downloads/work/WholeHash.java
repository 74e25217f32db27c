package dev.ponder.downloads.work;

import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.disk.PartFile;
import dev.ponder.downloads.disk.PieceLayout;
import java.security.MessageDigest;

/**
 * The hash of a file whose pieces change: keeps the state of the digest before each piece, so that only what lies behind a
 * change is read again. For one thread.
 */
final class WholeHash {

    private static final int BUFFER_BYTES = 1 << 20;

    private final PartFile file;
    private final PieceLayout layout;
    /** Before each piece, and behind the last. */
    private final MessageDigest[] states;

    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int known;

    WholeHash(PartFile file, PieceLayout layout) {
        this.file = file;
        this.layout = layout;
        this.states = new MessageDigest[layout.count() + 1];
        states[0] = Sha256.digest();
    }

    /** A piece has other bytes now. */
    void changed(int piece) {
        known = Math.min(known, piece);
    }

    /** The hash now; reads from the first changed piece to the end. */
    Sha256 value() throws DiskException, InterruptedException {
        while (known < layout.count()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            var digest = Sha256.copy(states[known]);
            var range = layout.piece(known);
            for (long position = range.start(); position < range.end(); position += buffer.length) {
                int count = (int) Math.min(buffer.length, range.end() - position);
                file.read(position, buffer, count);
                digest.update(buffer, 0, count);
            }
            states[++known] = digest;
        }
        return Sha256.of(Sha256.copy(states[known]));
    }
}
