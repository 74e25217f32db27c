package dev.ponder.models;

import dev.ponder.downloads.Sha256;
import dev.ponder.models.catalog.Catalog;
import dev.ponder.models.catalog.CatalogPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads models as a whole and compares them with what their hashes should be. Blocks for as long as the disk takes. */
public final class ModelCheck {

    private final ModelLibrary library;
    private final Catalog catalog;

    /** What came of a check. */
    public sealed interface Result {

        /**
         * The file is what it should be.
         *
         * @param record with the hash and what it was compared with
         */
        record Good(FileRecord record) implements Result {}

        /**
         * Nobody had a hash to compare with; the one found is remembered from now on.
         *
         * @param record with the hash
         */
        record FirstSeen(FileRecord record) implements Result {}

        /**
         * The file is not what it was: damaged, or replaced by something else. Fetch or import it anew.
         *
         * @param expected the hash it should have
         * @param found the hash it has
         */
        record Changed(Sha256 expected, Sha256 found) implements Result {}
    }

    /** Checks models of a library with the hashes of a catalog. */
    public ModelCheck(ModelLibrary library, Catalog catalog) {
        this.library = library;
        this.catalog = catalog;
    }

    /**
     * Checks one file of a model.
     *
     * @throws LibraryException where the progress asked to stop
     * @throws IOException if it cannot be read
     */
    public Result verify(Path file, HashProgress progress) throws IOException, LibraryException {
        var found = new FileHash(progress, Files.size(file)).of(file);
        var known = library.record(file);
        if (known.isPresent()) {
            return compareWith(known.get(), file, found);
        }
        if (catalog.of(found).isPresent()) {
            return new Result.Good(remember(file, found, FileRecord.Basis.CATALOG));
        }
        var expected = expected(file);
        return expected.isPresent()
                ? new Result.Changed(expected.get(), found)
                : new Result.FirstSeen(remember(file, found, FileRecord.Basis.COMPUTED));
    }

    private Result compareWith(FileRecord known, Path file, Sha256 found) throws IOException {
        if (!known.sha256().equals(found)) {
            return new Result.Changed(known.sha256(), found);
        }
        var again = known.verifiedNow();
        library.remember(file, again);
        return new Result.Good(again);
    }

    private FileRecord remember(Path file, Sha256 hash, FileRecord.Basis basis) throws IOException {
        var record = FileRecord.of(file, hash, basis, Optional.empty());
        library.remember(file, record);
        return record;
    }

    /** The hash of the one file of the catalog with this name and length: whoever has both meant that file. */
    private Optional<Sha256> expected(Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        long bytes = Files.size(file);
        return catalog.choices().stream()
                .flatMap(choice -> choice.file().parts().stream())
                .filter(part -> part.fileName().equals(name) && part.bytes() == bytes)
                .findFirst()
                .flatMap(CatalogPart::sha256);
    }
}
