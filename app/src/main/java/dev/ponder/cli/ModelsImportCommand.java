package dev.ponder.cli;

import dev.ponder.models.LibraryException;
import dev.ponder.models.ModelImport;
import dev.ponder.models.ModelImport.Way;
import dev.ponder.models.catalog.Catalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ponder models import}. */
@Command(name = "import", description = "Brings a GGUF file into the folder of models, or uses it where it lies.")
final class ModelsImportCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(paramLabel = "FILE", description = "A GGUF file, or the first part of a split one.")
    Path file = Path.of("");

    @ArgGroup
    Choice choice = new Choice();

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    /** What becomes of the original. */
    static final class Choice {
        @Option(names = "--move", description = "Delete the original once the copy is verified.")
        boolean move;

        @Option(names = "--in-place", description = "Leave the file where it is and use it from there.")
        boolean inPlace;
    }

    ModelsImportCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws CliException {
        if (!Files.isRegularFile(file)) {
            throw CliException.badInput("unknown-file", "There is no file “" + file + "”.");
        }
        var library = workplace.installation().library();
        var way = choice.move ? Way.MOVE : choice.inPlace ? Way.IN_PLACE : Way.COPY;
        try (var progress = new FileProgress(workplace.streams(), "Reading " + file.getFileName());
                var _ = workplace.interrupts().during(progress::stop)) {
            var imported = new ModelImport(library, Catalog.bundled()).run(file, way, progress);
            var hash = library.record(imported).orElseThrow().sha256().hex();
            var line = json
                    ? Json.line(Json.object()
                            .put("type", "done")
                            .put("path", imported.toString())
                            .put("sha256", hash))
                    : SafeText.line(imported.toString());
            workplace.streams().out().print(line + "\n");
            workplace.streams().out().flush();
            return ExitCode.DONE;
        } catch (LibraryException failure) {
            throw CliException.of(failure);
        }
    }
}
