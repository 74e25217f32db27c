package dev.ponder.downloads.disk;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.Sha256;

/** One line of a journal. */
public sealed interface JournalRecord {

    /** What the download is for; the last one counts. */
    record Facts(JournalFacts facts) implements JournalRecord {}

    /** So many bytes of disk belong to the part file already, whatever else fills the disk. */
    record Reserved(long bytes) implements JournalRecord {}

    /**
     * These bytes were written, perhaps not yet synced.
     *
     * @param crc32c of the bytes
     */
    record Written(ByteRange range, int crc32c) implements JournalRecord {}

    /**
     * A piece was written and synced.
     *
     * @param index its number
     * @param source that sent all of it or its last part; empty where an earlier run fetched it
     */
    record Piece(int index, Sha256 sha256, String source) implements JournalRecord {}

    /**
     * Bytes came for a piece once more, and were the same.
     *
     * @param index its number
     * @param source that sent them
     */
    record Agreed(int index, String source) implements JournalRecord {}

    /** These bytes are not there after all, or are wrong. */
    record Lost(ByteRange range) implements JournalRecord {}
}
