package dev.ponder.hardware;

import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.KvType;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.gguf.GgufModel;
import dev.ponder.gguf.ProbeFile;
import dev.ponder.models.fit.Bandwidth;
import dev.ponder.models.fit.LoadPlan;
import dev.ponder.models.fit.Machine;
import dev.ponder.models.fit.MachineSpeed;
import dev.ponder.models.fit.ModelFigures;
import dev.ponder.models.fit.TokenCost;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Finds out in about five seconds how fast this computer generates: a model of the size of a small one whose weights are all
 * zero is loaded and left to generate for two seconds, on the processor and then on the graphics devices. That measures what
 * counts: memory, processor, driver and llama.cpp together. Takes some 500 MB of memory meanwhile. Blocks.
 */
public final class SpeedProbe {

    private static final long MEASURED_MILLIS = 2000;
    private static final long LOOK_AGAIN_MILLIS = 250;
    private static final long PATIENCE_MILLIS = 30_000;
    private static final int LEAST_TOKENS = 8;
    private static final int CONTEXT = 2048;
    private static final int TOKENS = CONTEXT - 64;

    private final Engine engine;
    private final Path folder;

    /**
     * A probe.
     *
     * @param engine one that holds no model of anybody's; the caller closes it
     * @param folder for a file that is deleted at the end
     */
    public SpeedProbe(Engine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /**
     * Measures.
     *
     * @throws EngineException when the engine fails
     * @throws IOException when the disk refuses the file
     */
    public MachineSpeed run() throws EngineException, IOException {
        var file = Files.createTempFile(folder, "speed-probe", ".gguf");
        try {
            ProbeFile.write(file);
            var figures = ModelFigures.of(GgufModel.open(file));
            var main = bandwidth(file, figures, List.of());
            // asked last: opening the driver of a GPU takes its time
            var machine = Devices.machine(engine.info());
            return new MachineSpeed(
                    main,
                    machine.gpus().isEmpty()
                            ? Optional.empty()
                            : Optional.of(bandwidth(file, figures, machine.gpus())));
        } finally {
            engine.unload();
            Files.deleteIfExists(file);
        }
    }

    private Bandwidth bandwidth(Path file, ModelFigures figures, List<Machine.Gpu> gpus)
            throws EngineException, IOException {
        int layers = gpus.isEmpty() ? 0 : figures.placeableLayers();
        engine.load(
                LoadRequest.of(file)
                        .withContextSize(CONTEXT)
                        .withGpuLayers(layers)
                        .withWarmBytes(0),
                LoadObserver.NONE);
        double tokensPerSecond = measure();
        var cost = TokenCost.of(figures, new LoadPlan(CONTEXT, LoadPlanner.type(KvType.F16), layers, 0), gpus);
        return Bandwidth.probed(cost, tokensPerSecond);
    }

    private double measure() throws EngineException, IOException {
        var run = new Run();
        var request = GenerationRequest.of(new Prompt(List.of(new Prompt.Tokens(List.of(1, 2)))), ReplyStart.ANSWER)
                .withMaxTokens(TOKENS)
                .withIgnoreEnd(true);
        var generation = engine.generate(request, run::onEvent);
        try {
            run.awaitEnough();
            generation.cancel();
            var timings = run.end.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).timings();
            // llama.cpp counts one step even where it has taken none
            if (timings.nativeDecodeMillis() <= 0) {
                throw new IOException("not one token came in " + PATIENCE_MILLIS / 1000 + " seconds");
            }
            return timings.nativeDecodeTokens() * 1000 / timings.nativeDecodeMillis();
        } catch (InterruptedException e) {
            generation.cancel();
            Thread.currentThread().interrupt();
            throw new IOException("the measurement was interrupted", e);
        } catch (TimeoutException e) {
            throw new IOException("the engine did not stop", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** One generation, as its events tell of it. */
    private static final class Run {
        private final CompletableFuture<Finished> end = new CompletableFuture<>();
        private final AtomicInteger texts = new AtomicInteger();

        void onEvent(GenerationEvent event) {
            switch (event) {
                case Failed(var error) -> end.completeExceptionally(new EngineException(error));
                case Finished finished -> end.complete(finished);
                case AnswerText _ -> texts.incrementAndGet();
                default -> {
                    // nothing was generated
                }
            }
        }

        /** Two seconds, and on a slow or busy computer as long as some tokens take. */
        void awaitEnough() throws InterruptedException, ExecutionException {
            long waited = 0;
            for (long next = MEASURED_MILLIS; !end.isDone(); next = LOOK_AGAIN_MILLIS) {
                try {
                    end.get(next, TimeUnit.MILLISECONDS);
                } catch (TimeoutException _) {
                    waited += next;
                    if (texts.get() >= LEAST_TOKENS || waited >= PATIENCE_MILLIS) {
                        return;
                    }
                }
            }
        }
    }
}
