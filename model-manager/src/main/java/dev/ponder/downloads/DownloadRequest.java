package dev.ponder.downloads;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that somebody wants.
 *
 * @param target where it is to appear, whole and verified; its folder must exist. Who makes the name of a file's name from
 *     elsewhere checks it first
 * @param size in bytes, where it is known
 * @param sha256 of the whole file, where it is known; else the server's own listing fills it in, which proves that what came
 *     is what the server has, not that it is what anybody else has seen
 * @param pieces hashes of its pieces, where they are known
 * @param sources where it can be fetched, the preferred one first; at least one
 */
public record DownloadRequest(
        Path target, OptionalLong size, Optional<Sha256> sha256, Optional<PieceHashes> pieces, List<Source> sources) {

    public DownloadRequest {
        target = target.toAbsolutePath().normalize();
        sources = List.copyOf(sources);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("a download needs a source");
        }
        if (target.getFileName() == null || target.getParent() == null) {
            throw new IllegalArgumentException("not a file's name: " + target);
        }
    }

    /** A file of which only the source is known. */
    public static DownloadRequest unpinned(Path target, Source source) {
        return new DownloadRequest(target, OptionalLong.empty(), Optional.empty(), Optional.empty(), List.of(source));
    }

    /** A file whose size and hash are known. */
    public static DownloadRequest pinned(Path target, long size, Sha256 sha256, List<Source> sources) {
        return new DownloadRequest(target, OptionalLong.of(size), Optional.of(sha256), Optional.empty(), sources);
    }
}
