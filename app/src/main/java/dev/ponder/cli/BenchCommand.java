package dev.ponder.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.engine.ModelInfo;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ponder bench}. */
@Command(
        name = "bench",
        description = "Measures the speed of a model.",
        footer = {
            "",
            "Prefill and decode in tokens a second: by the clock through the whole path, engine process and events"
                    + " included, and by llama.cpp's own timers. Each figure is the median of the runs, with the"
                    + " smallest and largest behind it."
        })
final class BenchCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Option(
            names = {"-m", "--model"},
            paramLabel = "MODEL",
            required = true,
            description = "A GGUF file or the id of a model.")
    String model = "";

    @Option(names = "-p", paramLabel = "N", description = "Tokens of a prefill (default: 512).")
    int prompt = 512;

    @Option(names = "-n", paramLabel = "N", description = "Tokens of a decode (default: 128).")
    int generated = 128;

    @Option(names = "-d", paramLabel = "N", description = "Tokens in the KV cache before (default: 0).")
    int depth;

    @Option(names = "-r", paramLabel = "N", description = "Runs (default: 5).")
    int runs = 5;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Mixin
    EngineOptions engine = new EngineOptions();

    BenchCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws CliException {
        var plan = plan();
        var file = workplace.models().find(model);
        var request = engine.request(file);
        if (request.contextSize() == 0) {
            // as little as it takes, so that a large context does not weigh on memory
            request = request.withContextSize((int) Math.min(plan.context(), Integer.MAX_VALUE));
        }
        try (var loaded = engine.load(workplace, request)) {
            checkFits(plan, loaded.model());
            var result =
                    new Bench(loaded.engine(), loaded.model().vocabularySize(), plan, workplace.interrupts()).run();
            var text = json ? Json.line(json(plan, loaded.model(), result)) + "\n" : text(plan, loaded.model(), result);
            workplace.streams().out().print(text);
            workplace.streams().out().flush();
        }
        return ExitCode.DONE;
    }

    private Bench.Plan plan() throws CliException {
        return new Bench.Plan(
                EngineOptions.atLeast(1, prompt, 0, "-p"),
                // with one token there is no decode step to measure
                EngineOptions.atLeast(2, generated, 0, "-n"),
                EngineOptions.atLeast(0, depth, 0, "-d"),
                EngineOptions.atLeast(1, runs, 0, "-r"));
    }

    private static void checkFits(Bench.Plan plan, ModelInfo model) throws CliException {
        if (plan.context() > model.contextSize()) {
            throw CliException.badInput(
                    "context-too-small",
                    "This takes " + plan.context() + " tokens of context, and " + model.contextSize()
                            + " are there: choose smaller -p, -n or -d, or a larger --ctx.");
        }
    }

    private String text(Bench.Plan plan, ModelInfo model, Bench.Result result) {
        var depthText = plan.depth() == 0 ? "" : " behind " + plan.depth() + " tokens";
        var rows = new Rows();
        rows.add(
                "Model",
                SafeText.line(model.description()) + ", " + model.layers() + " layers, threads: " + model.threads()
                        + ", KV " + model.kvType().label());
        rows.add("Runs", String.valueOf(plan.runs()));
        rows.heading("Prefill of " + plan.prompt() + " tokens" + depthText + ", tokens/s");
        rates(rows, result.prefillWall(), result.prefillNative(), result.prefillRatio());
        rows.heading("Decode of " + plan.generated() + " tokens" + depthText + ", tokens/s");
        rates(rows, result.decodeWall(), result.decodeNative(), result.decodeRatio());
        rows.heading("Java CPU time, ms per generated token");
        // in-process it would count the model's own work
        rows.add(
                "  front process",
                engine.inProcess ? "not measured" : String.format(Locale.ROOT, "%.4f", result.frontMillis()));
        rows.add("  engine", result.engineMillis().inWords(4));
        return rows.toString();
    }

    private static void rates(Rows rows, Spread wall, Spread timer, Spread ratio) {
        rows.add("  wall clock", wall.inWords(1));
        rows.add("  llama.cpp's timer", timer.inWords(1));
        rows.add("  ratio", ratio.inWords(3));
    }

    private ObjectNode json(Bench.Plan plan, ModelInfo model, Bench.Result result) {
        var line = Json.object()
                .put("type", "bench")
                .put("model", model.file().toString())
                .put("description", model.description())
                .put("threads", model.threads())
                .put("kv", model.kvType().label())
                .put("promptTokens", plan.prompt())
                .put("generatedTokens", plan.generated())
                .put("depth", plan.depth())
                .put("runs", plan.runs());
        line.set("prefill", rates(result.prefillWall(), result.prefillNative(), result.prefillRatio()));
        line.set("decode", rates(result.decodeWall(), result.decodeNative(), result.decodeRatio()));
        var cpu = line.putObject("javaMsPerToken");
        cpu.put("front", engine.inProcess ? null : Spread.rounded(result.frontMillis()));
        cpu.set("engine", result.engineMillis().json());
        return line;
    }

    private static ObjectNode rates(Spread wall, Spread timer, Spread ratio) {
        var rates = Json.object();
        rates.set("wallTokensPerSecond", wall.json());
        rates.set("nativeTokensPerSecond", timer.json());
        rates.set("ratio", ratio.json());
        return rates;
    }
}
