package dev.ponder.models;

import dev.ponder.downloads.Sha256;
import dev.ponder.models.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Takes another program's model into the library without touching it: its hash is computed and remembered. Blocks. */
public final class ModelAdoption {

    private final ModelLibrary library;
    private final Catalog catalog;

    /** Adopts into a library; the catalog tells which files are known. */
    public ModelAdoption(ModelLibrary library, Catalog catalog) {
        this.library = library;
        this.catalog = catalog;
    }

    /**
     * Adopts a file.
     *
     * @param file where it lies and stays
     * @param owner the program it belongs to
     * @param name what to call it
     * @param claimed the hash it should have, where the program says so
     * @return the id by which the library knows it now
     * @throws LibraryException if it is no model, is not what its program says, or the progress asked to stop
     */
    public String adopt(Path file, String owner, String name, Optional<Sha256> claimed, HashProgress progress)
            throws LibraryException {
        ModelFiles.of(file);
        try {
            var hash = new FileHash(progress, Files.size(file)).of(file);
            if (claimed.isPresent() && !claimed.get().equals(hash)) {
                throw new LibraryException(
                        LibraryException.Kind.NOT_A_MODEL,
                        "The file " + file + " is damaged: its content is not what " + owner + " says. Let " + owner
                                + " fetch it again.",
                        null);
            }
            var basis = catalog.of(hash).isPresent() ? FileRecord.Basis.CATALOG : FileRecord.Basis.COMPUTED;
            library.remember(
                    file,
                    FileRecord.of(file, hash, basis, Optional.of(file.toString()))
                            .adopted(new FileRecord.Adoption(owner, name)));
            return library.models().stream()
                    .filter(model -> model.file().equals(file))
                    .map(InstalledModel::id)
                    .findFirst()
                    .orElse(name);
        } catch (IOException e) {
            throw new LibraryException(
                    LibraryException.Kind.FILE_FAILED,
                    "The file " + file + " cannot be read: " + e.getMessage() + ". Look at its permissions.",
                    e);
        }
    }
}
