package dev.ponder.downloads.work;

import dev.ponder.downloads.ContentException;
import dev.ponder.downloads.Sha256;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the file must be.
 *
 * @param size in bytes
 * @param sha256 of the whole
 * @param pinned whether the hash was known before any server was asked
 * @param isKept whether part of it was fetched by an earlier run
 */
record Expected(long size, Sha256 sha256, boolean pinned, boolean isKept) {

    /** Refuses a source that has something else, as far as it tells. */
    void requireSame(String host, OptionalLong otherSize, Optional<Sha256> otherHash) throws ContentException {
        if (otherHash.isPresent() && !otherHash.get().equals(sha256)) {
            throw other(
                    host,
                    "its SHA-256 begins with " + otherHash.get().hex().substring(0, 12) + ", not "
                            + sha256.hex().substring(0, 12));
        }
        requireSize(host, otherSize);
    }

    /** Refuses an answer about a file of another size. */
    void requireSize(String host, OptionalLong otherSize) throws ContentException {
        if (otherSize.isPresent() && otherSize.getAsLong() != size) {
            throw other(host, "it has " + otherSize.getAsLong() + " bytes, not " + size);
        }
    }

    private ContentException other(String host, String difference) {
        return isKept && !pinned
                ? new ContentException.Changed(host)
                : new ContentException.OtherFile(host, difference);
    }
}
