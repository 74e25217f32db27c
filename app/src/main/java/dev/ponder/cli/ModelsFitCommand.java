package dev.ponder.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.engine.LoadRequest;
import dev.ponder.gguf.TensorType;
import dev.ponder.models.catalog.Catalog;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ponder models fit}. */
@Command(
        name = "fit",
        description = "Shows how models fit this computer, and the arithmetic behind it.",
        footer = {"", "Without an ID all models are shown, those on this computer first."})
final class ModelsFitCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "A model of this computer, or ID[:QUANT] of the catalog.")
    @Nullable String id;

    @Option(
            names = "--ctx",
            paramLabel = "N",
            description = "Context in tokens (default: the model's own, at most " + LoadRequest.DEFAULT_CONTEXT + ").")
    @Nullable Integer context;

    @Option(
            names = "--kv",
            paramLabel = "TYPE",
            converter = CacheTypeConverter.class,
            description = "Element type of the KV cache: f16 or q8_0 (default: f16).")
    TensorType cache = TensorType.F16;

    @Option(names = "--json", description = "Print one JSON object for each model.")
    boolean json;

    @Option(names = "--in-process", hidden = true, description = "Run the engine in this process.")
    boolean inProcess;

    ModelsFitCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws CliException {
        int tokens = EngineOptions.atLeast(1, context, LoadRequest.DEFAULT_CONTEXT, "--ctx");
        var names = new ModelNames(workplace.installation().library(), Catalog.bundled());
        // said before an engine is started for it
        var models = id == null ? all(names) : List.of(names.named(id));
        var machine = MachineReport.of(workplace, inProcess);
        workplace.streams().out().print(report(machine, models, tokens));
        workplace.streams().out().flush();
        return ExitCode.DONE;
    }

    private List<ModelNames.Named> all(ModelNames names) throws CliException {
        var all = new ArrayList<ModelNames.Named>();
        try {
            for (var model : names.library().models()) {
                all.add(ModelNames.named(model));
            }
        } catch (IOException unreadable) {
            throw ModelNames.unreadable(unreadable);
        }
        names.catalog().choices().forEach(choice -> ModelNames.named(choice).ifPresent(all::add));
        return all;
    }

    private String report(MachineReport machine, List<ModelNames.Named> models, int tokens) throws CliException {
        if (json) {
            var text = new StringBuilder();
            for (var model : models) {
                text.append(Json.line(json(machine, model, tokens))).append('\n');
            }
            return text.toString();
        }
        var rows = new Rows();
        if (models.size() == 1) {
            describe(rows, machine, models.getFirst(), tokens);
        } else {
            for (var model : models) {
                var fit = machine.fit(model, tokens, cache);
                rows.add(
                        SafeText.line(model.name()),
                        FitWords.label(fit.label())
                                + (fit.label().fits() ? ", " + FitWords.speed(machine.speed(model, fit)) : ""));
            }
            Catalog.bundled().models().stream()
                    .filter(model -> model.files().isEmpty())
                    .forEach(model -> rows.add(
                            model.id(), "needs " + Sizes.file(model.needs().orElse(0)) + " of memory"));
        }
        return rows.toString();
    }

    private void describe(Rows rows, MachineReport machine, ModelNames.Named model, int tokens) throws CliException {
        var fit = machine.fit(model, tokens, cache);
        rows.add("Model", SafeText.line(model.name()));
        rows.add("Fit", FitWords.label(fit.label()));
        rows.add("Context", fit.plan().contextSize() + " tokens, KV cache " + cache.label());
        if (fit.label().fits()) {
            rows.add("Speed", FitWords.speed(machine.speed(model, fit)));
        }
        rows.add(
                "Figures",
                model.figures().isExact() ? "from the file" : "from the catalog; the file may be a few MB less");
        FitWords.lines(rows, fit.need());
    }

    private ObjectNode json(MachineReport machine, ModelNames.Named model, int tokens) throws CliException {
        var fit = machine.fit(model, tokens, cache);
        var line = Json.object()
                .put("type", "fit")
                .put("id", model.name())
                .put("exact", model.figures().isExact());
        line.set("fit", FitWords.json(fit));
        if (fit.label().fits()) {
            line.set("tokensPerSecond", FitWords.json(machine.speed(model, fit)));
        }
        return line;
    }
}
