package dev.ponder.cli;

import dev.ponder.models.LibraryException;
import dev.ponder.models.ModelRemoval;
import dev.ponder.models.catalog.Catalog;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ponder models remove}. */
@Command(name = "remove", description = "Moves a model to the system's bin; one of another program is only forgotten.")
final class ModelsRemoveCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(paramLabel = "ID", description = "A model of `ponder models list`.")
    String id = "";

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    ModelsRemoveCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws CliException {
        var installation = workplace.installation();
        var model = new ModelNames(installation.library(), Catalog.bundled()).installed(id);
        try {
            var outcome = new ModelRemoval(
                            installation.library(), installation.surroundings().bin())
                    .remove(model);
            var line = json
                    ? Json.line(Json.object()
                            .put("type", "removed")
                            .put("id", model.id())
                            .put(
                                    "outcome",
                                    outcome.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                    : SafeText.line(
                            switch (outcome) {
                                case IN_THE_BIN -> model.id() + " is in the bin.";
                                case FORGOTTEN -> model.id() + " is forgotten; its file stays at " + model.file() + ".";
                            });
            workplace.streams().out().print(line + "\n");
            workplace.streams().out().flush();
            return ExitCode.DONE;
        } catch (LibraryException failure) {
            throw CliException.of(failure);
        }
    }
}
