package dev.ponder.cli;

import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufModel;
import dev.ponder.gguf.TensorType;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ponder gguf}. */
@Command(name = "gguf", description = "Shows what is in a GGUF file and how much memory it takes, without loading it.")
final class GgufCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(paramLabel = "FILE", description = "A GGUF file, or the first part of a split one; or a model's id.")
    String file = "";

    @Option(
            names = "--ctx",
            paramLabel = "N",
            description = "Context whose memory to show, in tokens (default: the model's own, at most 32768).")
    @Nullable Integer context;

    @Option(
            names = "--kv",
            paramLabel = "TYPE",
            converter = CacheTypeConverter.class,
            description = "Element type of the KV cache, for example f16, q8_0 or q4_0 (default: f16).")
    TensorType cache = TensorType.F16;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    GgufCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws CliException {
        int tokens = EngineOptions.atLeast(1, context, 0, "--ctx");
        try {
            var report = GgufReport.of(GgufModel.open(path()), tokens, cache);
            workplace.streams().out().print(json ? Json.line(report.json()) + "\n" : report.text());
            workplace.streams().out().flush();
            return ExitCode.DONE;
        } catch (GgufException refused) {
            throw CliException.badInput("model-refused", String.valueOf(refused.getMessage()), refused);
        }
    }

    private Path path() throws CliException {
        try {
            var path = Path.of(file);
            // whatever its name, a file that is there is meant
            return Files.isRegularFile(path) ? path : workplace.models().find(file);
        } catch (InvalidPathException _) {
            return workplace.models().find(file);
        }
    }
}
