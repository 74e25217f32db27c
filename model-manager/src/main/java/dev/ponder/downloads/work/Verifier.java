package dev.ponder.downloads.work;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.ContentException;
import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.PieceHashes;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.disk.JournalRecord;
import dev.ponder.downloads.disk.JournalState;
import dev.ponder.downloads.disk.PartFile;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Reads the file once, in its order, as its pieces become whole, and takes the hash of each piece and of all. What an earlier
 * run kept is compared with its journal on the way: what the disk lost goes back on the board. A piece that differs from a
 * hash that was known beforehand does too, with the blame on its sender. For one thread.
 */
final class Verifier {

    private static final int BUFFER_BYTES = 1 << 20;
    private static final int MOST_BAD = 6;

    private final Assembly assembly;
    private final JournalState kept;
    private final Optional<PieceHashes> known;
    private final SyncedPieces synced;
    private final List<JournalRecord.Piece> pieces = new ArrayList<>();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private MessageDigest whole = Sha256.digest();

    /**
     * Over the part file.
     *
     * @param kept what an earlier run's journal says; is changed where it turns out to be wrong
     * @param known hashes of pieces that decide
     * @param synced gets each new piece
     */
    Verifier(Assembly assembly, JournalState kept, Optional<PieceHashes> known, SyncedPieces synced) {
        this.assembly = assembly;
        this.kept = kept;
        this.known = known;
        this.synced = synced;
    }

    /** All pieces in order, once {@link #run} has ended. */
    List<JournalRecord.Piece> pieces() {
        return pieces;
    }

    /** Whether each piece was compared with a hash that decides. */
    boolean hasKnownPieces() {
        return known.isPresent();
    }

    /** Waits for each piece and hashes it; returns the hash of the whole file. */
    Sha256 run() throws DownloadException, InterruptedException {
        try (var file = PartFile.open(assembly.paths().part())) {
            for (int index = 0; index < assembly.board().layout().count(); index++) {
                pieces.add(verified(file, index));
            }
        }
        return Sha256.of(whole);
    }

    private JournalRecord.Piece verified(PartFile file, int index) throws DownloadException, InterruptedException {
        for (int bad = 0; ; bad++) {
            assembly.board().awaitPiece(index);
            var before = Sha256.copy(whole);
            var look = look(file, index);
            if (look.lost().isEmpty()) {
                return look.piece();
            }
            if (bad == MOST_BAD) {
                throw new ContentException.HashWrong(
                        assembly.sources().names(), wanted(index), look.piece().sha256());
            }
            whole = before;
            lose(look.lost());
        }
    }

    /** What a piece is, and which bytes of it cannot stay. */
    private record Look(JournalRecord.Piece piece, List<ByteRange> lost) {}

    private Look look(PartFile file, int index) throws DiskException {
        var range = assembly.board().layout().piece(index);
        var digest = Sha256.digest();
        var lost = read(file, range, digest);
        var piece = new JournalRecord.Piece(
                index, Sha256.of(digest), assembly.board().sender(index));
        var earlier = Optional.ofNullable(kept.pieces().get(index));
        if (earlier.isPresent()) {
            boolean isSame = earlier.get().sha256().equals(piece.sha256());
            return new Look(earlier.get(), isSame ? List.of() : List.of(range));
        }
        if (lost.isEmpty() && !wanted(index).equals(piece.sha256()) && known.isPresent()) {
            assembly.board().blame(index);
            return new Look(piece, List.of(range));
        }
        if (lost.isEmpty()) {
            synced.add(piece);
        }
        return new Look(piece, lost);
    }

    private Sha256 wanted(int index) {
        return known.map(pieces -> pieces.hashes().get(index))
                .orElse(assembly.expected().sha256());
    }

    /** Hashes a range; gives the extents in it that are not what an earlier run wrote. */
    private List<ByteRange> read(PartFile file, ByteRange range, MessageDigest digest) throws DiskException {
        var lost = new ArrayList<ByteRange>();
        long position = range.start();
        for (var extent : kept.written(range)) {
            if (extent.range().start() > position) {
                read(file, new ByteRange(position, extent.range().start()), digest, new CRC32C());
            }
            var crc = new CRC32C();
            read(file, extent.range(), digest, crc);
            if ((int) crc.getValue() != extent.crc32c()) {
                lost.add(extent.range());
            }
            position = extent.range().end();
        }
        if (position < range.end()) {
            read(file, new ByteRange(position, range.end()), digest, new CRC32C());
        }
        return lost;
    }

    private void read(PartFile file, ByteRange range, MessageDigest digest, CRC32C crc) throws DiskException {
        for (long position = range.start(); position < range.end(); position += buffer.length) {
            int count = (int) Math.min(buffer.length, range.end() - position);
            file.read(position, buffer, count);
            whole.update(buffer, 0, count);
            digest.update(buffer, 0, count);
            crc.update(buffer, 0, count);
            tell(position + count);
        }
    }

    private void tell(long verified) {
        if (assembly.board().isFull()) {
            assembly.status().stage(new Phase.Verifying(verified));
        }
    }

    private void lose(List<ByteRange> ranges) throws DiskException {
        for (var range : ranges) {
            var record = new JournalRecord.Lost(range);
            assembly.journal().add(record);
            kept.apply(record);
            assembly.board().lose(range);
            assembly.status().add(-range.length());
        }
        assembly.status().stage(new Phase.Fetching("", 0));
    }
}
