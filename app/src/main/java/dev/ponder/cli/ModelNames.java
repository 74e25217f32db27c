package dev.ponder.cli;

import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufModel;
import dev.ponder.models.InstalledModel;
import dev.ponder.models.ModelLibrary;
import dev.ponder.models.catalog.Catalog;
import dev.ponder.models.catalog.CatalogChoice;
import dev.ponder.models.fit.ModelFigures;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people type for a model: an installed one, or one of the catalog.
 *
 * @param library the models on this computer
 * @param catalog the models that are known
 */
record ModelNames(ModelLibrary library, Catalog catalog) {

    /**
     * A model with its figures.
     *
     * @param name for people
     * @param fileName by which its speed is remembered
     * @param figures for memory and speed
     */
    record Named(String name, String fileName, ModelFigures figures) {}

    /** An installed model by what people typed. */
    InstalledModel installed(String typed) throws CliException {
        try {
            return library.model(typed)
                    .orElseThrow(() -> CliException.badInput(
                            "unknown-model",
                            "There is no model “" + typed + "” on this computer; `ponder models list` shows those there"
                                    + " are."));
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
    }

    /** A model of the catalog by {@code ID[:QUANT]}. */
    CatalogChoice known(String typed) throws CliException {
        var choice = catalog.choice(typed);
        if (choice.isPresent()) {
            return choice.get();
        }
        var id = typed.contains(":") ? typed.substring(0, typed.indexOf(':')) : typed;
        var model = catalog.model(id);
        if (model.isEmpty()) {
            throw CliException.badInput(
                    "unknown-model",
                    "There is no model “" + typed + "” in the catalog; `ponder models search` shows those there are.");
        }
        if (model.get().files().isEmpty()) {
            throw CliException.badInput(
                    "too-large",
                    model.get().name() + " needs some "
                            + Sizes.file(model.get().needs().orElse(0)) + " of memory and comes in many files, which"
                            + " the catalog does not list.");
        }
        var quantisations =
                model.get().files().stream().map(file -> file.quantisation()).collect(Collectors.joining(", "));
        throw CliException.badInput(
                "unknown-quantisation", model.get().name() + " is in the catalog as " + quantisations + " only.");
    }

    /** An installed model, else one of the catalog, with its figures. */
    Named named(String typed) throws CliException {
        try {
            var installed = library.model(typed);
            if (installed.isPresent()) {
                return named(installed.get());
            }
        } catch (IOException unreadable) {
            throw unreadable(unreadable);
        }
        var choice = known(typed);
        return named(choice)
                .orElseThrow(() -> CliException.badInput("unknown-model", choice.id() + " has no known shape."));
    }

    /** An installed model with exact figures. */
    static Named named(InstalledModel model) throws CliException {
        try {
            return new Named(
                    model.id(),
                    String.valueOf(model.file().getFileName()),
                    ModelFigures.of(GgufModel.open(model.file())));
        } catch (GgufException refused) {
            throw CliException.badInput("model-refused", String.valueOf(refused.getMessage()), refused);
        }
    }

    /** A file of the catalog with figures from its facts. */
    static Optional<Named> named(CatalogChoice choice) {
        return ModelFigures.of(choice.model(), choice.file())
                .map(figures ->
                        new Named(choice.id(), choice.file().parts().getFirst().fileName(), figures));
    }

    static CliException unreadable(IOException unreadable) {
        return CliException.failed(
                "unreadable-folder",
                "The folder of models cannot be read: " + unreadable.getMessage() + ".",
                unreadable);
    }
}
