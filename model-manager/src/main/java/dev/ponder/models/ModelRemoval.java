package dev.ponder.models;

import dev.ponder.models.bin.Bin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Takes models out of the library: those of the folder of models go to the system's bin with all their parts, adopted ones
 * are forgotten and stay untouched where they lie.
 */
public final class ModelRemoval {

    private final ModelLibrary library;
    private final Bin bin;

    /** What became of the files. */
    public enum Outcome {
        /** They lie in the system's bin. */
        IN_THE_BIN,
        /** They lie where they lay, and Ponder no longer knows of them. */
        FORGOTTEN
    }

    /** Removes from a library into a bin. */
    public ModelRemoval(ModelLibrary library, Bin bin) {
        this.library = library;
        this.bin = bin;
    }

    /**
     * Removes a model. One that is loaded should be unloaded before.
     *
     * @throws LibraryException if it came with Ponder, or the bin refuses; then it is still there
     */
    public Outcome remove(InstalledModel model) throws LibraryException {
        try {
            return switch (model.origin()) {
                case InstalledModel.Origin.Demo() ->
                    throw new LibraryException(
                            LibraryException.Kind.FILE_FAILED,
                            "The demo model belongs to Ponder and cannot be removed.",
                            null);
                case InstalledModel.Origin.Elsewhere(var _) -> {
                    library.forget(model.file());
                    yield Outcome.FORGOTTEN;
                }
                case InstalledModel.Origin.Folder() -> {
                    for (var file : files(model)) {
                        bin.take(file);
                        library.forget(file);
                    }
                    yield Outcome.IN_THE_BIN;
                }
            };
        } catch (IOException e) {
            throw new LibraryException(
                    LibraryException.Kind.NO_BIN,
                    model.id() + " cannot be moved to the bin (" + e.getMessage() + "); delete " + model.file()
                            + " by hand.",
                    e);
        }
    }

    private static List<Path> files(InstalledModel model) {
        try {
            return ModelFiles.of(model.file());
        } catch (LibraryException _) {
            // a damaged file is removed all the more
            return List.of(model.file());
        }
    }
}
