package dev.ponder.models;

import dev.ponder.downloads.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What is remembered of a model's file once all of it was read.
 *
 * @param bytes its length then
 * @param modified when it had last been written
 * @param sha256 of its content
 * @param basis what this hash can be compared with
 * @param verified when it was read
 * @param source where it came from, as {@link dev.ponder.downloads.Source} writes it, or a file's path
 * @param adoption where it belongs, if not into the folder of models
 */
public record FileRecord(
        long bytes,
        Instant modified,
        Sha256 sha256,
        Basis basis,
        Instant verified,
        Optional<String> source,
        Optional<Adoption> adoption) {

    /** What a hash can be compared with. */
    public enum Basis {
        /** The catalog had named it. */
        CATALOG,
        /** The server named it; "from the server, not pinned". */
        SERVER,
        /** Nobody named it: it was computed here, and tells later whether the file has changed. */
        COMPUTED
    }

    /**
     * A file that lies elsewhere and is used from there.
     *
     * @param owner the program it belongs to; empty for nobody's
     * @param name what to call it here
     */
    public record Adoption(String owner, String name) {}

    /** A record of a file as it lies there now. */
    public static FileRecord of(Path file, Sha256 sha256, Basis basis, Optional<String> source) throws IOException {
        return new FileRecord(Files.size(file), modified(file), sha256, basis, now(), source, Optional.empty());
    }

    /** The same for a file that is used where it lies. */
    public FileRecord adopted(Adoption where) {
        return new FileRecord(bytes, modified, sha256, basis, verified, source, Optional.of(where));
    }

    /** The same, read again now and found as it was. */
    FileRecord verifiedNow() {
        return new FileRecord(bytes, modified, sha256, basis, now(), source, adoption);
    }

    /** Whether a file still has the length and time that were remembered; says nothing of its content. */
    public boolean looksLike(Path file) throws IOException {
        return Files.size(file) == bytes && modified(file).equals(modified);
    }

    private static Instant modified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
