package dev.ponder.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.engine.EngineException;
import dev.ponder.hardware.SpeedProbe;
import dev.ponder.models.catalog.Catalog;
import dev.ponder.models.fit.Recommendation;
import dev.ponder.models.fit.Recommender;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ponder models recommend}. */
@Command(
        name = "recommend",
        description = "Recommends a model for this computer.",
        footer = {
            "",
            "The first time it measures for some five seconds how fast this computer is; that is kept, and corrected by",
            "the speed of real replies."
        })
final class ModelsRecommendCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Option(names = "--probe", description = "Measure again.")
    boolean probe;

    @Option(names = "--no-probe", description = "Do not measure, even if that was never done.")
    boolean noProbe;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Option(names = "--in-process", hidden = true, description = "Run the engine in this process.")
    boolean inProcess;

    ModelsRecommendCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws CliException {
        var file = MachineReport.speedFile(workplace);
        if (probe || (!noProbe && file.book().probe().isEmpty())) {
            measure();
        }
        var report = MachineReport.of(workplace, inProcess);
        var found = new Recommender(Catalog.bundled(), report.machine(), report.speeds()).recommend();
        workplace.streams().out().print(json ? Json.line(json(found)) + "\n" : text(found));
        workplace.streams().out().flush();
        if (found.isEmpty()) {
            throw CliException.failed(
                    "nothing-fits",
                    "No model of the catalog fits the memory that is free now; close other programs and try again.",
                    null);
        }
        return ExitCode.DONE;
    }

    private void measure() throws CliException {
        if (workplace.streams().errIsTerminal()) {
            workplace.say("Measuring the speed of this computer for some five seconds ...");
        }
        try (var engine = workplace.engines().start(inProcess)) {
            var folder =
                    Files.createDirectories(workplace.installation().paths().data());
            var found = new SpeedProbe(engine, folder).run();
            MachineReport.speedFile(workplace).update(book -> book.withProbe(found));
        } catch (EngineException failure) {
            throw CliException.of(failure);
        } catch (IOException failure) {
            throw CliException.failed(
                    "probe-failed", "The speed cannot be measured: " + failure.getMessage() + ".", failure);
        }
    }

    private static String text(List<Recommendation> found) {
        var rows = new Rows();
        for (var one : found) {
            rows.heading(title(one.reason()) + ": " + one.choice().model().name() + " "
                    + one.choice().file().quantisation());
            rows.add("  for", one.choice().model().goodFor());
            rows.add(
                    "  fit",
                    FitWords.label(one.fit().label()) + ", context "
                            + one.fit().plan().contextSize());
            rows.add("  speed", FitWords.speed(one.speed()));
            rows.add(
                    "  fetch",
                    "ponder models pull " + one.choice().id() + "   ("
                            + Sizes.file(one.choice().file().bytes()) + ")");
        }
        return rows.toString().stripLeading();
    }

    private static String title(Recommendation.Reason reason) {
        return switch (reason) {
            case BEST -> "For this computer";
            case QUICKER -> "Much quicker";
            case PATIENT -> "More capable, with patience";
        };
    }

    private static ObjectNode json(List<Recommendation> found) {
        var line = Json.object().put("type", "recommendations");
        var list = line.putArray("models");
        for (var one : found) {
            var node = list.addObject()
                    .put("id", one.choice().id())
                    .put("reason", one.reason().name().toLowerCase(Locale.ROOT))
                    .put("bytes", one.choice().file().bytes());
            node.set("fit", FitWords.json(one.fit()));
            node.set("tokensPerSecond", FitWords.json(one.speed()));
        }
        return line;
    }
}
