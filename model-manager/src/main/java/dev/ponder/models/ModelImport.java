package dev.ponder.models;

import dev.ponder.downloads.Sha256;
import dev.ponder.models.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Brings a file from elsewhere into the library. A copy appears under its name only when it is whole, read back and on the
 * disk; the original is deleted by a move only then. Split models come with all their parts. Blocks.
 */
public final class ModelImport {

    private final ModelLibrary library;
    private final Catalog catalog;

    /** What becomes of the original. */
    public enum Way {
        /** It stays. */
        COPY,
        /** It goes. */
        MOVE,
        /** It stays, and is used where it lies. */
        IN_PLACE
    }

    private record Pair(Path from, Path to) {}

    /** Imports into a library; the catalog tells which files are known. */
    public ModelImport(ModelLibrary library, Catalog catalog) {
        this.library = library;
        this.catalog = catalog;
    }

    /**
     * Imports a model.
     *
     * @param file a GGUF file, or the first part of a split one
     * @return the file to load from now on
     * @throws LibraryException if it is no model, its name cannot be used or is taken, the disk is full, the copy is not what
     *     was read, or the progress asked to stop; the library is then as before
     */
    public Path run(Path file, Way way, HashProgress progress) throws LibraryException {
        var files = ModelFiles.of(file);
        try {
            if (way == Way.IN_PLACE) {
                return adopt(files.getFirst(), progress);
            }
            var pairs = pairs(files);
            var work = new FileHash(progress, 2 * sizeOf(files));
            var finished = new ArrayList<Path>();
            for (var pair : pairs) {
                remember(pair.to(), FileTransfer.bring(pair.from(), pair.to(), way == Way.MOVE, work), pair.from());
                finished.add(pair.to());
            }
            return finished.getFirst();
        } catch (IOException e) {
            throw FileTransfer.failed(file, e);
        }
    }

    private List<Pair> pairs(List<Path> files) throws LibraryException {
        var folder = library.requireFolder();
        var pairs = new ArrayList<Pair>();
        for (var from : files) {
            var typed = String.valueOf(from.getFileName());
            var name = ModelFileName.of(typed)
                    .orElseThrow(() -> new LibraryException(
                            LibraryException.Kind.BAD_NAME,
                            "“" + typed + "” is no name for a model's file; rename it to something plain that ends"
                                    + " in .gguf.",
                            null));
            var to = folder.resolve(name.text());
            if (Files.exists(to, LinkOption.NOFOLLOW_LINKS)) {
                throw new LibraryException(
                        LibraryException.Kind.NAME_TAKEN,
                        "There is a model " + name + " already; rename one of the two.",
                        null);
            }
            pairs.add(new Pair(from, to));
        }
        return pairs;
    }

    private Path adopt(Path file, HashProgress progress) throws IOException, LibraryException {
        var real = file.toRealPath();
        var hash = new FileHash(progress, Files.size(real)).of(real);
        var name = InstalledModel.withoutExtension(
                Objects.requireNonNull(file.getFileName()).toString());
        library.remember(real, record(real, hash, file).adopted(new FileRecord.Adoption("", name)));
        return real;
    }

    private void remember(Path file, Sha256 hash, Path from) throws IOException {
        library.remember(file, record(file, hash, from));
    }

    private FileRecord record(Path file, Sha256 hash, Path from) throws IOException {
        var basis = catalog.of(hash).isPresent() ? FileRecord.Basis.CATALOG : FileRecord.Basis.COMPUTED;
        return FileRecord.of(
                file, hash, basis, Optional.of(from.toAbsolutePath().toString()));
    }

    private static long sizeOf(List<Path> files) throws IOException {
        long bytes = 0;
        for (var file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
