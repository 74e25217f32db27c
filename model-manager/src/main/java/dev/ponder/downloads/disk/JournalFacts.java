package dev.ponder.downloads.disk;

import dev.ponder.downloads.PieceHashes;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.Source;
import java.util.List;
import java.util.Optional;

/**
 * What a download is for, as its journal says.
 *
 * @param size of the file in bytes
 * @param sha256 that it must have
 * @param pinned whether that was known before the server was asked
 * @param pieceBytes in which its pieces are counted
 * @param pieces hashes that were known beforehand
 * @param sources in order
 */
public record JournalFacts(
        long size, Sha256 sha256, boolean pinned, long pieceBytes, Optional<PieceHashes> pieces, List<Source> sources) {

    public JournalFacts {
        sources = List.copyOf(sources);
    }

    /** The file in its pieces. */
    public PieceLayout layout() {
        return new PieceLayout(size, pieceBytes);
    }
}
