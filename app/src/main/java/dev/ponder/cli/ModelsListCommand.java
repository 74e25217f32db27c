package dev.ponder.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.models.FileRecord;
import dev.ponder.models.InstalledModel;
import dev.ponder.models.adoption.Adoptable;
import dev.ponder.models.adoption.AdoptionSearch;
import dev.ponder.models.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ponder models list}. */
@Command(name = "list", description = "Lists the models on this computer.")
final class ModelsListCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Option(names = "--others", description = "Show models of LM Studio, Ollama, Jan and Hugging Face too.")
    boolean others;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    ModelsListCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws CliException {
        var library = workplace.installation().library();
        try {
            var models = library.models();
            var adoptable = others ? adoptable() : List.<Adoptable>of();
            var text = json ? Json.line(json(models, adoptable)) + "\n" : text(models, adoptable);
            workplace.streams().out().print(text);
            workplace.streams().out().flush();
            if (!Files.isDirectory(library.folder()) && !json) {
                workplace.say("The folder of models " + library.folder() + " is not there.");
            }
            library.lost().forEach(file -> workplace.say("The adopted model " + file + " is gone."));
        } catch (IOException unreadable) {
            throw ModelNames.unreadable(unreadable);
        }
        return ExitCode.DONE;
    }

    private List<Adoptable> adoptable() throws IOException {
        var around = workplace.installation().surroundings();
        var found = new AdoptionSearch(
                        around.environment(),
                        around.system(),
                        around.home(),
                        workplace.installation().library(),
                        Catalog.bundled())
                .run();
        found.unreadable().forEach(place -> workplace.say("Cannot be read: " + place + "."));
        return found.models();
    }

    private String text(List<InstalledModel> models, List<Adoptable> adoptable) throws IOException {
        var rows = new Rows();
        for (var model : models) {
            rows.add(SafeText.line(model.id()), Sizes.file(Files.size(model.file())) + ", " + state(model));
        }
        if (!adoptable.isEmpty()) {
            rows.heading("Models of other programs; `ponder models import FILE --in-place` uses one where it lies");
            for (var model : adoptable) {
                rows.add(
                        "  " + SafeText.line(model.file().toString()),
                        Sizes.file(model.bytes()) + ", " + SafeText.line(model.name() + ", " + model.owner()));
            }
        }
        return rows.toString();
    }

    private String state(InstalledModel model) {
        return switch (model.origin()) {
            case InstalledModel.Origin.Demo() -> "comes with Ponder";
            case InstalledModel.Origin.Folder() -> hashState(model);
            case InstalledModel.Origin.Elsewhere(var owner) ->
                (owner.isEmpty() ? "used where it lies" : "belongs to " + SafeText.line(owner)) + ", "
                        + hashState(model);
        };
    }

    private String hashState(InstalledModel model) {
        return workplace
                .installation()
                .library()
                .record(model.file())
                .map(FileRecord::basis)
                .map(basis -> switch (basis) {
                    case CATALOG -> "verified by the catalog's hash";
                    case SERVER -> "verified by the server's hash, not pinned";
                    case COMPUTED -> "hash noted";
                })
                .orElse("not verified");
    }

    private ObjectNode json(List<InstalledModel> models, List<Adoptable> adoptable) throws IOException {
        var line = Json.object()
                .put("type", "models")
                .put("folder", workplace.installation().library().folder().toString());
        var list = line.putArray("models");
        for (var model : models) {
            var node = list.addObject()
                    .put("id", model.id())
                    .put("file", model.file().toString())
                    .put("bytes", Files.size(model.file()))
                    .put("origin", origin(model.origin()));
            workplace
                    .installation()
                    .library()
                    .record(model.file())
                    .ifPresent(record -> node.put("sha256", record.sha256().hex())
                            .put("basis", record.basis().name().toLowerCase(Locale.ROOT))
                            .put("verified", record.verified().toString()));
        }
        if (others) {
            var found = line.putArray("others");
            for (var model : adoptable) {
                found.addObject()
                        .put("owner", model.owner())
                        .put("name", model.name())
                        .put("file", model.file().toString())
                        .put("bytes", model.bytes())
                        .put("architecture", model.architecture());
            }
        }
        return line;
    }

    private static String origin(InstalledModel.Origin origin) {
        return switch (origin) {
            case InstalledModel.Origin.Demo() -> "demo";
            case InstalledModel.Origin.Folder() -> "folder";
            case InstalledModel.Origin.Elsewhere(var owner) -> owner.isEmpty() ? "elsewhere" : owner;
        };
    }
}
