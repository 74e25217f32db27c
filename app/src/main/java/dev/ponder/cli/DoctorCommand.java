package dev.ponder.cli;

import dev.ponder.engine.EngineException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ponder doctor}. */
@Command(
        name = "doctor",
        description = "Shows what Ponder runs on, where its files lie, and what is missing.",
        footer = {"", "Exit code 1 means that no model can run here."})
final class DoctorCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Option(names = "--in-process", hidden = true, description = "Run the engine in this process.")
    boolean inProcess;

    DoctorCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws CliException {
        EngineException failure = null;
        DoctorReport report;
        try (var engine = workplace.engines().start(inProcess)) {
            report = DoctorReport.of(workplace.installation(), engine.info());
        } catch (EngineException broken) {
            // the rest is worth showing all the more
            failure = broken;
            report = DoctorReport.of(workplace.installation(), null);
        }
        workplace.streams().out().print(json ? Json.line(report.json()) + "\n" : report.text());
        workplace.streams().out().flush();
        if (failure != null) {
            throw CliException.failed(CliException.code(failure.code()), String.valueOf(failure.getMessage()), failure);
        }
        return ExitCode.DONE;
    }
}
