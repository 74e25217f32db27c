package dev.ponder.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.KvType;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.host.EngineCommand;
import dev.ponder.engine.host.EngineSupervisor;
import dev.ponder.engine.host.FailureMemory;
import dev.ponder.gguf.GgufModel;
import dev.ponder.gguf.ModelGenerator;
import dev.ponder.models.fit.FitCheck;
import dev.ponder.models.fit.LoadPlan;
import dev.ponder.models.fit.Machine;
import dev.ponder.models.fit.ModelFigures;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The predicted memory against what the engine's process really takes, as Linux counts it. The weights of the larger files are
 * holes, of which the system makes real pages when they are read.
 */
@EnabledOnOs(OS.LINUX)
class ChildMemoryTest {

    private static final double TOLERANCE = 0.05;

    @TempDir
    private Path folder;

    @Test
    void theDemoModelTakesWhatIsPredicted() throws Exception {
        compare(Path.of(System.getProperty("ponder.demo.model")), 4096, KvType.F16);
    }

    @Test
    void aModelOf06BillionTakesWhatIsPredicted() throws Exception {
        compare(ModelGenerator.realShapes(folder, "0.6B").getFirst(), 8192, KvType.F16);
    }

    @Test
    void aModelOf4BillionTakesWhatIsPredicted() throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue("acceptance".equals(System.getProperty("ponder.counts")));
        compare(ModelGenerator.realShapes(folder, "4B").getFirst(), 8192, KvType.Q8_0);
    }

    private void compare(Path file, int context, KvType cache) throws Exception {
        var figures = ModelFigures.of(GgufModel.open(file));
        var plan = new LoadPlan(context, LoadPlanner.type(cache), 0, 0);
        long predicted =
                FitCheck.need(figures, Machine.withoutGpu(0, 0), plan).main().total();
        try (var engine = new EngineSupervisor(
                EngineCommand.ofThisRuntime(folder.resolve("crashes")), _ -> {}, FailureMemory.untilExit())) {
            engine.load(
                    LoadRequest.of(file)
                            .withContextSize(context)
                            .withKvType(cache)
                            .withGpuLayers(0)
                            .withWarmBytes(0),
                    LoadObserver.NONE);
            fill(engine);
            long taken = residentBytes(engine.pid().orElseThrow());

            System.out.printf("%s: predicted %d MiB, taken %d MiB%n", file.getFileName(), predicted >> 20, taken >> 20);
            assertEquals(
                    predicted, taken, TOLERANCE * predicted, file.getFileName().toString());
        }
    }

    /** A whole batch, so that its buffers are used. */
    private static void fill(EngineSupervisor engine) throws InterruptedException {
        var prompt = new Prompt(List.of(new Prompt.Tokens(Collections.nCopies(600, 42))));
        engine.generate(
                        GenerationRequest.of(prompt, ReplyStart.ANSWER)
                                .withMaxTokens(2)
                                .withIgnoreEnd(true),
                        _ -> {})
                .await();
    }

    private static long residentBytes(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
