package dev.ponder.downloads.work;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.disk.JournalRecord;
import dev.ponder.downloads.disk.PartFile;
import dev.ponder.downloads.net.Purpose;
import java.security.MessageDigest;
import java.util.function.Predicate;

/** Second versions of pieces. They lie in a file of their own, each where it lies in the part file. For one thread. */
final class PieceExchange {

    private static final int BUFFER_BYTES = 1 << 20;

    private final Assembly assembly;
    private final PartFile file;
    private final PartFile other;
    private final Inflow inflow;
    private final byte[] mine = new byte[BUFFER_BYTES];
    private final byte[] theirs = new byte[BUFFER_BYTES];
    private long reached;

    PieceExchange(Assembly assembly, PartFile file, PartFile other) {
        this.assembly = assembly;
        this.file = file;
        this.other = other;
        this.inflow = new Inflow(assembly.means().speed(), assembly.status());
    }

    /**
     * Fetches a piece once more and puts it beside.
     *
     * @param unwanted sources that are passed over if any other is left
     * @return what came
     */
    JournalRecord.Piece fetchAgain(JournalRecord.Piece piece, Predicate<Remote> unwanted)
            throws DownloadException, InterruptedException {
        var range = assembly.board().layout().piece(piece.index());
        var digest = Sha256.digest();
        var sender = piece.source();
        reached = range.start();
        while (reached < range.end()) {
            var remote = assembly.sources().next(unwanted);
            sender = remote.source().toString();
            try {
                fetch(range.end(), remote, digest);
                assembly.sources().brought(remote);
            } catch (DownloadException e) {
                assembly.sources().failed(remote, e);
            }
        }
        return new JournalRecord.Piece(piece.index(), Sha256.of(digest), sender);
    }

    /** Goes on from where it is. */
    private void fetch(long end, Remote remote, MessageDigest digest) throws DownloadException, InterruptedException {
        try (var _ = assembly.means().share().connect();
                var part = remote.open(new ByteRange(reached, end), Purpose.REPAIR);
                var _ = assembly.status().connected(part.reply().host())) {
            long stop = part.delivery().isWhole() ? end : part.delivery().end().orElse(end);
            inflow.skip(part.reply(), reached - part.delivery().start());
            while (reached < stop) {
                int count = inflow.read(part.reply(), stop - reached);
                other.write(reached, inflow.buffer(), 0, count);
                digest.update(inflow.buffer(), 0, count);
                reached += count;
            }
            if (!part.delivery().isWhole()) {
                inflow.requireEnd(part.reply());
            }
        }
    }

    /**
     * Puts the version that lies beside into the file, and the file's beside.
     *
     * @param version that lies beside
     */
    void swap(JournalRecord.Piece version) throws DiskException {
        var range = assembly.board().layout().piece(version.index());
        // until it is done it is neither
        assembly.journal().add(new JournalRecord.Lost(range));
        for (long position = range.start(); position < range.end(); position += BUFFER_BYTES) {
            int count = (int) Math.min(BUFFER_BYTES, range.end() - position);
            file.read(position, mine, count);
            other.read(position, theirs, count);
            file.write(position, theirs, 0, count);
            other.write(position, mine, 0, count);
        }
        file.force();
        assembly.journal().add(version);
    }
}
