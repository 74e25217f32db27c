package dev.ponder.downloads.disk;

import dev.ponder.downloads.ByteRange;

/**
 * How a file is cut into pieces.
 *
 * @param size of the file in bytes, at least 1
 * @param pieceBytes length of every piece but the last, which may be shorter
 */
public record PieceLayout(long size, long pieceBytes) {

    public PieceLayout {
        if (size < 1 || pieceBytes < 1) {
            throw new IllegalArgumentException("a file of " + size + " bytes in pieces of " + pieceBytes);
        }
    }

    /** The file. */
    public ByteRange whole() {
        return new ByteRange(0, size);
    }

    /** The number of pieces. */
    public int count() {
        return Math.toIntExact(Math.ceilDiv(size, pieceBytes));
    }

    /** A piece by its number, from 0. */
    public ByteRange piece(int index) {
        return new ByteRange(index * pieceBytes, Math.min((index + 1) * pieceBytes, size));
    }

    /** The number of the piece that a byte is in. */
    public int pieceAt(long offset) {
        return Math.toIntExact(offset / pieceBytes);
    }
}
