package dev.ponder.ui.models;

import dev.ponder.downloads.Sha256;
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.TensorType;
import dev.ponder.models.FileRecord;
import dev.ponder.models.HashProgress;
import dev.ponder.models.InstalledModel;
import dev.ponder.models.InstalledModel.Origin;
import dev.ponder.models.ModelCheck;
import dev.ponder.models.ModelImport;
import dev.ponder.models.ModelRemoval;
import dev.ponder.models.adoption.Adoptable;
import dev.ponder.models.adoption.AdoptionSearch;
import dev.ponder.models.catalog.Catalog;
import dev.ponder.models.fit.Fit;
import dev.ponder.models.fit.FitCheck;
import dev.ponder.models.fit.ModelFigures;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A library that the test fills. */
public final class FakeLibrary implements LibraryService {

    private static final Path FOLDER = Path.of("/home/ada/.local/share/ponder/models");
    private static final Sha256 HASH = new Sha256("7485fe6f11af29433bc51cab58009521f205840f5b4ae3a32fa7f92e8534fdf5");

    private final List<String> calls = new ArrayList<>();
    private final List<Held> models = new ArrayList<>();
    private final List<Adoptable> others = new ArrayList<>();
    private boolean missing;

    /** A library with the demo model. */
    public FakeLibrary() {
        models.add(new Held(
                new InstalledModel("demo", Path.of("/opt/ponder/models/demo/qwen3-demo-q8_0.gguf"), new Origin.Demo()),
                "Demo",
                9_633_984,
                Optional.empty(),
                Optional.of(new Facts("Ponder demo", "qwen3", "Q8_0", 8_919_552, 4_096, "Apache-2.0")),
                Optional.empty(),
                Optional.empty()));
    }

    /** What was asked for, one entry for each call. */
    public List<String> calls() {
        return List.copyOf(calls);
    }

    public void setMissing(boolean gone) {
        missing = gone;
    }

    /** Puts the catalog's Qwen3-4B there under a name. */
    public void add(String id, Origin origin) {
        var choice = Catalog.bundled().choice("qwen3-4b").orElseThrow();
        var record = new FileRecord(
                choice.file().bytes(),
                Instant.parse("2026-03-14T09:26:00Z"),
                HASH,
                FileRecord.Basis.CATALOG,
                Instant.parse("2026-03-14T09:27:10Z"),
                Optional.of("hf:Qwen/Qwen3-4B-GGUF/Qwen3-4B-Q4_K_M.gguf@main"),
                Optional.empty());
        models.add(new Held(
                new InstalledModel(id, FOLDER.resolve(id + ".gguf"), origin),
                id,
                choice.file().bytes(),
                Optional.of(record),
                Optional.of(new Facts("Qwen3 4B", "qwen3", "Q4_K_M", 4_022_468_096L, 40_960, "apache-2.0")),
                Optional.of(fit()),
                Optional.empty()));
    }

    private static Fit fit() {
        try {
            var choice = Catalog.bundled().choice("qwen3-4b").orElseThrow();
            var figures = ModelFigures.of(choice.model(), choice.file()).orElseThrow();
            return FitCheck.of(figures, FakeShelf.LAPTOP, 32_768, TensorType.F16);
        } catch (GgufException e) {
            throw new AssertionError(e);
        }
    }

    /** Lets another program have a model. */
    public void addOther(String owner, String name, String architecture) {
        others.add(new Adoptable(
                owner,
                name,
                Path.of("/home/ada/.cache").resolve(name),
                5_027_784_512L,
                architecture,
                Optional.empty(),
                Optional.empty()));
    }

    @Override
    public Shelf shelf() {
        return new Shelf(FOLDER, missing, models, List.of());
    }

    @Override
    public ModelCheck.Result verify(Path file, HashProgress progress) {
        calls.add("verify " + file.getFileName());
        progress.onBytes(1, 2);
        return new ModelCheck.Result.Changed(HASH, HASH);
    }

    @Override
    public ModelRemoval.Outcome remove(InstalledModel model) {
        calls.add("remove " + model.id());
        models.removeIf(held -> held.model().equals(model));
        return ModelRemoval.Outcome.IN_THE_BIN;
    }

    @Override
    public Path bring(Path file, ModelImport.Way way, HashProgress progress) {
        calls.add(way + " " + file.getFileName());
        progress.onBytes(1, 2);
        return file;
    }

    @Override
    public AdoptionSearch.Found others() {
        return new AdoptionSearch.Found(others, List.of());
    }

    @Override
    public void adopt(Adoptable model, HashProgress progress) {
        calls.add("adopt " + model.name());
        others.remove(model);
    }

    @Override
    public void useFolder(Path folder) {
        calls.add("folder " + folder);
        missing = false;
    }

    @Override
    public void openFolder() {
        calls.add("open");
    }
}
