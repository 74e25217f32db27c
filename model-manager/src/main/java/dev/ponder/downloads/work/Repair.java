package dev.ponder.downloads.work;

import dev.ponder.downloads.ContentException;
import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.disk.JournalRecord;
import dev.ponder.downloads.disk.JournalState;
import dev.ponder.downloads.disk.PartFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes a file right whose hash is wrong although all of it came. Fetches each piece again, from another source than before
 * where there is one, and compares; where they differ it puts the new version in place and keeps the old one beside. The whole
 * hash decides, after the first, second, fourth, eighth.. exchange, and at the end of a round for every choice of old and new
 * among a few. For one thread.
 */
final class Repair {

    private static final int ROUNDS = 3;
    /** Of two versions each; two to this power are tried. */
    private static final int MOST_CHOICES = 6;

    private final Assembly assembly;
    private final List<JournalRecord.Piece> pieces;
    private final Map<Integer, JournalRecord.Piece> beside = new HashMap<>();
    private final JournalState kept;
    private final PieceExchange exchange;
    private final WholeHash hash;

    /**
     * Over a part file that is full.
     *
     * @param other for second versions
     * @param pieces as they are there
     * @param kept what an earlier repair found out
     */
    Repair(Assembly assembly, PartFile file, PartFile other, List<JournalRecord.Piece> pieces, JournalState kept) {
        this.assembly = assembly;
        this.pieces = new ArrayList<>(pieces);
        this.kept = kept;
        this.exchange = new PieceExchange(assembly, file, other);
        this.hash = new WholeHash(file, assembly.board().layout());
    }

    /**
     * Repairs the file.
     *
     * @throws ContentException.HashWrong if what the sources send never fits
     */
    void run() throws DownloadException, InterruptedException {
        var suspects = suspects();
        for (int round = 0; round < ROUNDS && !suspects.isEmpty(); round++) {
            var differing = new TreeSet<Integer>();
            if (compare(suspects, differing) || isRight() || choose(List.copyOf(differing))) {
                return;
            }
            suspects = differing;
        }
        throw new ContentException.HashWrong(
                assembly.sources().names(), assembly.expected().sha256(), hash.value());
    }

    /** The pieces that some source has not sent yet; all where every source has sent every piece. */
    private SequencedSet<Integer> suspects() {
        var suspects = new TreeSet<Integer>();
        for (var piece : pieces) {
            if (assembly.sources().remotes().stream().anyMatch(remote -> !hasSent(remote, piece))) {
                suspects.add(piece.index());
            }
        }
        return suspects.isEmpty()
                ? new TreeSet<>(pieces.stream().map(JournalRecord.Piece::index).toList())
                : suspects;
    }

    private boolean hasSent(Remote remote, JournalRecord.Piece piece) {
        var source = remote.source().toString();
        return source.equals(piece.source()) || kept.agreed(piece.index()).contains(source);
    }

    /** Fetches pieces again; true as soon as an exchange has made the file right. */
    private boolean compare(Set<Integer> suspects, Set<Integer> differing)
            throws DownloadException, InterruptedException {
        int compared = 0;
        for (int index : suspects) {
            assembly.status().stage(new Phase.Repairing(compared++, suspects.size()));
            var current = pieces.get(index);
            var again = exchange.fetchAgain(current, remote -> hasSent(remote, current));
            if (again.sha256().equals(current.sha256())) {
                assembly.journal().add(new JournalRecord.Agreed(index, again.source()));
            } else {
                beside.put(index, again);
                swap(index);
                differing.add(index);
                if (Integer.bitCount(differing.size()) == 1 && isRight()) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Tries every choice of the two versions of each piece, one exchange at a time, in the order of Gray's code. */
    private boolean choose(List<Integer> differing) throws DiskException, InterruptedException {
        if (differing.isEmpty() || differing.size() > MOST_CHOICES) {
            return false;
        }
        for (int step = 1; step < 1 << differing.size(); step++) {
            swap(differing.get(Integer.numberOfTrailingZeros(step)));
            if (isRight()) {
                return true;
            }
        }
        // Gray's code ends one exchange before its beginning: with the new versions
        swap(differing.getLast());
        return false;
    }

    private void swap(int index) throws DiskException {
        var version = Objects.requireNonNull(beside.get(index), "there is another version");
        exchange.swap(version);
        beside.put(index, pieces.set(index, version));
        hash.changed(index);
    }

    private boolean isRight() throws DiskException, InterruptedException {
        return hash.value().equals(assembly.expected().sha256());
    }
}
