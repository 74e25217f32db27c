package dev.ponder.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.Eventually;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.LocalEngine;
import dev.ponder.engine.NativesFolder;
import dev.ponder.gguf.GgufModel;
import dev.ponder.models.fit.Bandwidth;
import dev.ponder.models.fit.FitCheck;
import dev.ponder.models.fit.LoadPlan;
import dev.ponder.models.fit.Machine;
import dev.ponder.models.fit.ModelFigures;
import dev.ponder.models.fit.SpeedBookFile;
import dev.ponder.models.fit.TokenCost;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real engine with the demo model. */
class MeasuringEngineTest {

    private static final Path DEMO = Path.of(System.getProperty("ponder.demo.model"));

    @TempDir
    private Path folder;

    private SpeedBookFile speeds;
    private MeasuringEngine engine;

    @BeforeEach
    void open() throws Exception {
        speeds = SpeedBookFile.open(folder.resolve("speed.json"));
        engine = new MeasuringEngine(new LocalEngine(NativesFolder.locate()), speeds);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void aReplyTellsTheSpeedOfItsModel() throws Exception {
        engine.load(LoadRequest.of(DEMO), LoadObserver.NONE);

        generate(64);

        Eventually.holds("one reply is noted", () -> speeds.book().replies().size() == 1);
        var reply = speeds.book().replies().getFirst();
        assertEquals("qwen3-demo-q8_0.gguf", reply.model());
        assertTrue(reply.tokensPerSecond() > 1, reply.toString());
        var machine = engine.machine();
        var cost = TokenCost.of(
                ModelFigures.of(GgufModel.open(DEMO)),
                new LoadPlan(4096, dev.ponder.gguf.TensorType.F16, 11, 0),
                machine.gpus());
        assertEquals(
                Bandwidth.Basis.MEASURED,
                speeds.book().estimate(machine, "qwen3-demo-q8_0.gguf", cost).basis());
    }

    @Test
    void aShortReplyTellsNothing() throws Exception {
        engine.load(LoadRequest.of(DEMO), LoadObserver.NONE);
        generate(4);
        generate(64);

        Eventually.holds("one reply is noted", () -> speeds.book().replies().size() == 1);
        assertEquals(1, speeds.book().replies().getFirst().replies());
    }

    @Test
    void whatTheLoadedModelTakesCountsAsFree() throws Exception {
        var before = engine.machine();
        engine.load(LoadRequest.of(DEMO).withContextSize(4096), LoadObserver.NONE);
        var figures = ModelFigures.of(GgufModel.open(DEMO));
        var need = FitCheck.need(figures, before, new LoadPlan(4096, dev.ponder.gguf.TensorType.F16, 0, 0));

        long counted = engine.machine().main().freeBytes()
                - Devices.machine(engine.info()).main().freeBytes();

        // two looks at the memory of a busy computer: only the order of magnitude is certain
        long expected = need.main().total() - need.main().weights();
        assertTrue(Math.abs(counted - expected) < 1L << 30, counted + " of " + expected);
    }

    private void generate(int tokens) throws InterruptedException {
        engine.generate(
                        GenerationRequest.of(
                                        new Prompt(List.of(new Prompt.Tokens(List.of(40, 41, 42)))), ReplyStart.ANSWER)
                                .withMaxTokens(tokens)
                                .withIgnoreEnd(true),
                        _ -> {})
                .await();
    }

    @Test
    void loadsWithWhatFits() throws Exception {
        var tight = new Machine(new Machine.Memory(4L << 30, (512L << 20) - (256L << 20)), List.of());
        var request = LoadPlanner.fitting(LoadRequest.of(DEMO), tight);

        assertTrue(request.contextSize() <= 4096, request.toString());
    }
}
