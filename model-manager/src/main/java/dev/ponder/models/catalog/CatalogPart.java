package dev.ponder.models.catalog;

import dev.ponder.downloads.PieceHashes;
import dev.ponder.downloads.Sha256;
import java.util.Optional;

/**
 * One file of a model.
 *
 * @param path within its repository, separated by {@code /}
 * @param bytes its exact size
 * @param sha256 of the whole file; empty where nobody trustworthy has published it
 * @param pieces hashes of its pieces, where they are known
 */
public record CatalogPart(String path, long bytes, Optional<Sha256> sha256, Optional<PieceHashes> pieces) {

    /** The last part of its path. */
    public String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
