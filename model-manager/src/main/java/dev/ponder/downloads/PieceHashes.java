package dev.ponder.downloads;

import java.util.List;

/**
 * The SHA-256 of each piece of a file, so that a bad piece is known as soon as it has come.
 *
 * @param pieceBytes length of every piece but the last, which may be shorter
 * @param hashes in file order
 */
public record PieceHashes(long pieceBytes, List<Sha256> hashes) {

    public PieceHashes {
        if (pieceBytes < 1 || hashes.isEmpty()) {
            throw new IllegalArgumentException("pieces have a length and a file has at least one");
        }
        hashes = List.copyOf(hashes);
    }

    /** Whether these are the pieces of a file of this length. */
    public boolean fit(long fileBytes) {
        return hashes.size() == Math.ceilDiv(fileBytes, pieceBytes);
    }
}
