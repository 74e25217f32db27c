package dev.ponder.ui;

import dev.ponder.app.ModelServices;
import dev.ponder.app.Ponder;
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufModel;
import dev.ponder.models.HashProgress;
import dev.ponder.models.InstalledModel;
import dev.ponder.models.LibraryException;
import dev.ponder.models.ModelCheck;
import dev.ponder.models.ModelImport;
import dev.ponder.models.ModelRemoval;
import dev.ponder.models.adoption.Adoptable;
import dev.ponder.models.adoption.AdoptionSearch;
import dev.ponder.resources.DemoModel;
import dev.ponder.ui.models.LibraryService;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Consumer;

/** The models on this computer, as the window asks for them. */
final class LibraryShelf implements LibraryService {

    private static final Logger LOG = System.getLogger(LibraryShelf.class.getName());

    private final Ponder ponder;
    private final ModelServices services;
    private final ThisComputer computer;
    private final Consumer<String> browser;

    /**
     * The library of an application.
     *
     * @param browser opens an address with the system's program for it
     */
    LibraryShelf(Ponder ponder, ThisComputer computer, Consumer<String> browser) {
        this.ponder = ponder;
        this.services = ponder.modelServices();
        this.computer = computer;
        this.browser = browser;
    }

    @Override
    public Shelf shelf() throws IOException {
        var library = ponder.library();
        var models = new ArrayList<Held>();
        for (var model : library.models()) {
            models.add(held(model));
        }
        var folder = library.folder();
        boolean missing = !Files.isDirectory(folder) && !Files.isDirectory(folder.resolveSibling("."));
        return new Shelf(folder, missing, models, library.lost());
    }

    private Held held(InstalledModel model) throws IOException {
        var name = model.id().equals(DemoModel.ID) ? DemoModel.NAME : model.id();
        var record = ponder.library().record(model.file());
        try {
            var gguf = GgufModel.open(model.file());
            var fit = computer.fit(gguf, String.valueOf(model.file().getFileName()));
            return new Held(
                    model,
                    name,
                    gguf.fileBytes(),
                    record,
                    Optional.of(facts(gguf)),
                    fit.map(ThisComputer.FitAndSpeed::fit),
                    fit.map(ThisComputer.FitAndSpeed::speed));
        } catch (GgufException e) {
            LOG.log(Level.DEBUG, "a model of the library cannot be read", e);
            return new Held(
                    model,
                    name,
                    Files.size(model.file()),
                    record,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }
    }

    private static Facts facts(GgufModel gguf) throws GgufException {
        var architecture = gguf.architecture();
        var metadata = gguf.metadata();
        return new Facts(
                metadata.text("general.name").orElse(architecture.name()),
                architecture.name(),
                gguf.quantisation().label(),
                gguf.quantisation().parameters(),
                architecture.contextLength(),
                metadata.text("general.license").orElse(""));
    }

    @Override
    public ModelCheck.Result verify(Path file, HashProgress progress) throws IOException, LibraryException {
        return services.check().verify(file, progress);
    }

    @Override
    public ModelRemoval.Outcome remove(InstalledModel model) throws LibraryException {
        return services.removal().remove(model);
    }

    @Override
    public Path bring(Path file, ModelImport.Way way, HashProgress progress) throws LibraryException {
        return services.imports().run(file, way, progress);
    }

    @Override
    public AdoptionSearch.Found others() throws IOException {
        return services.adoptionSearch().run();
    }

    @Override
    public void adopt(Adoptable model, HashProgress progress) throws LibraryException {
        var _ = services.adoption().adopt(model.file(), model.owner(), model.name(), model.claimed(), progress);
    }

    @Override
    public void useFolder(Path folder) throws IOException {
        ponder.library().use(folder);
    }

    @Override
    public void openFolder() {
        browser.accept(ponder.library().folder().toUri().toString());
    }
}
