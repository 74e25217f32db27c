package dev.ponder.cli;

import dev.ponder.models.ModelLibrary;
import dev.ponder.models.UnknownModelException;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Finds models in the library.
 *
 * @param library the models on this computer
 */
record LibraryModels(ModelLibrary library) implements ModelSource {

    @Override
    public Path find(String fileOrId) throws CliException {
        try {
            return library.resolve(fileOrId);
        } catch (UnknownModelException unknown) {
            throw CliException.badInput("unknown-model", String.valueOf(unknown.getMessage()), unknown);
        } catch (IOException unreadable) {
            throw CliException.failed(
                    "unreadable-folder",
                    "The folder of models cannot be read: " + unreadable.getMessage() + ".",
                    unreadable);
        }
    }
}
