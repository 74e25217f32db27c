package dev.ponder.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.models.InstalledModel;
import dev.ponder.models.LibraryException;
import dev.ponder.models.ModelCheck;
import dev.ponder.models.catalog.Catalog;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ponder models verify}. */
@Command(
        name = "verify",
        description = "Reads models as a whole and compares their hashes.",
        footer = {"", "Exit code 1 means that a file is not what it should be."})
final class ModelsVerifyCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "A model (default: all).")
    @Nullable String id;

    @Option(names = "--json", description = "Print one JSON object for each model.")
    boolean json;

    ModelsVerifyCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws CliException {
        var check = new ModelCheck(workplace.installation().library(), Catalog.bundled());
        boolean changed = false;
        for (var model : models()) {
            changed |= verify(check, model) instanceof ModelCheck.Result.Changed;
        }
        return changed ? ExitCode.FAILED : ExitCode.DONE;
    }

    private List<InstalledModel> models() throws CliException {
        var library = workplace.installation().library();
        try {
            return id == null ? library.models() : List.of(new ModelNames(library, Catalog.bundled()).installed(id));
        } catch (IOException unreadable) {
            throw ModelNames.unreadable(unreadable);
        }
    }

    private ModelCheck.Result verify(ModelCheck check, InstalledModel model) throws CliException {
        try (var progress = new FileProgress(workplace.streams(), "Reading " + model.id());
                var _ = workplace.interrupts().during(progress::stop)) {
            var result = check.verify(model.file(), progress);
            progress.close();
            var line = json ? Json.line(json(model, result)) : SafeText.line(model.id() + ": " + inWords(result));
            workplace.streams().out().print(line + "\n");
            workplace.streams().out().flush();
            return result;
        } catch (LibraryException stopped) {
            throw CliException.of(stopped);
        } catch (IOException unreadable) {
            throw CliException.failed(
                    "unreadable-file", model.file() + " cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
    }

    private static String inWords(ModelCheck.Result result) {
        return switch (result) {
            case ModelCheck.Result.Good(var record) ->
                switch (record.basis()) {
                    case CATALOG -> "good, by the catalog's hash";
                    case SERVER -> "good, by the server's hash when it was fetched";
                    case COMPUTED -> "good, as when it was first read";
                };
            case ModelCheck.Result.FirstSeen(var record) -> "noted, hash " + record.sha256();
            case ModelCheck.Result.Changed(var expected, var found) ->
                "CHANGED: its hash is " + found + " and should be " + expected + "; fetch or import it anew";
        };
    }

    private static ObjectNode json(InstalledModel model, ModelCheck.Result result) {
        var line = Json.object().put("type", "verified").put("id", model.id());
        return switch (result) {
            case ModelCheck.Result.Good(var record) ->
                line.put("result", "good").put("sha256", record.sha256().hex());
            case ModelCheck.Result.FirstSeen(var record) ->
                line.put("result", "noted").put("sha256", record.sha256().hex());
            case ModelCheck.Result.Changed(var expected, var found) ->
                line.put("result", "changed").put("sha256", found.hex()).put("expected", expected.hex());
        };
    }
}
