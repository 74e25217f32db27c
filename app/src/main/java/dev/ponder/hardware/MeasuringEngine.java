package dev.ponder.hardware;

import dev.ponder.engine.DecisionRequest;
import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.EngineInfo;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.ModelInfo;
import dev.ponder.gguf.GgufException;
import dev.ponder.gguf.GgufModel;
import dev.ponder.models.fit.Machine;
import dev.ponder.models.fit.ModelFigures;
import dev.ponder.models.fit.SpeedBookFile;
import dev.ponder.models.fit.TokenCost;
import dev.ponder.qwen.Prompt;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An engine that fits each load to the memory that is free, and notes how fast replies were. All else is the other engine's,
 * threads included.
 */
public final class MeasuringEngine implements Engine {
    private static final Logger LOG = System.getLogger(MeasuringEngine.class.getName());

    /** Shorter replies say little about speed. */
    private static final int LEAST_TOKENS = 32;

    private final Engine engine;
    private final SpeedBookFile speeds;
    private volatile @Nullable LoadedPlan loaded;

    /**
     * Wraps an engine; closing this closes it.
     *
     * @param speeds where the speed of replies is noted
     */
    public MeasuringEngine(Engine engine, SpeedBookFile speeds) {
        this.engine = engine;
        this.speeds = speeds;
    }

    /**
     * The memory of this computer now, what the loaded model takes counted as free, since another would take its place.
     *
     * @throws EngineException when the engine does not answer
     */
    public Machine machine() throws EngineException {
        var machine = Devices.machine(engine.info());
        var now = loaded;
        if (now == null) {
            return machine;
        }
        try {
            return machine.without(LoadPlanner.needOf(now.file(), now.plan(), machine), now.mappedBytes());
        } catch (GgufException e) {
            LOG.log(Level.WARNING, "the file of the loaded model has changed", e);
            return machine;
        }
    }

    @Override
    public EngineInfo info() throws EngineException {
        return engine.info();
    }

    @Override
    public ModelInfo load(LoadRequest request, LoadObserver observer) throws EngineException {
        var machine = machineFor(request);
        var fitted = machine.isPresent() ? fitting(request, machine.get()) : request;
        loaded = null;
        var info = engine.load(fitted, observer);
        loaded = request.vocabularyOnly()
                ? null
                : plan(fitted, info, machine.orElse(Machine.withoutGpu(0, 0))).orElse(null);
        return info;
    }

    /** The memory to fit a load to, where that can be asked for. */
    private Optional<Machine> machineFor(LoadRequest request) {
        // a load for the processor alone must not wake the driver of a GPU
        if (request.gpuLayers() == 0 || request.vocabularyOnly()) {
            return Optional.empty();
        }
        try {
            return Optional.of(machine());
        } catch (EngineException e) {
            // a driver that fails while it names its devices is the load's to deal with, which steps down from it
            LOG.log(Level.WARNING, "the devices could not be asked for", e);
            return Optional.empty();
        }
    }

    private static LoadRequest fitting(LoadRequest request, Machine machine) {
        try {
            return LoadPlanner.fitting(request, machine);
        } catch (GgufException e) {
            LOG.log(Level.DEBUG, "the engine will say what is wrong with the file", e);
            return request;
        }
    }

    private static Optional<LoadedPlan> plan(LoadRequest request, ModelInfo info, Machine machine) {
        try {
            var model = GgufModel.open(request.model());
            var plan = LoadPlanner.planOf(info, request.expertLayersInMemory());
            var cost = TokenCost.of(ModelFigures.of(model), plan, machine.gpus());
            return Optional.of(new LoadedPlan(request.model(), plan, cost, RepackedWeights.mappedBytes(model)));
        } catch (GgufException e) {
            LOG.log(Level.WARNING, "the file has changed while it was loaded", e);
            return Optional.empty();
        }
    }

    @Override
    public Generation warm(String conversation, Prompt prompt, Consumer<GenerationEvent> events) {
        return engine.warm(conversation, prompt, events);
    }

    @Override
    public Generation decide(DecisionRequest request, Consumer<GenerationEvent> events) {
        return engine.decide(request, events);
    }

    @Override
    public void unload() throws EngineException {
        engine.unload();
        loaded = null;
    }

    @Override
    public int[] tokenize(Prompt prompt) throws EngineException {
        return engine.tokenize(prompt);
    }

    @Override
    public Generation generate(GenerationRequest request, Consumer<GenerationEvent> events) {
        var model = loaded;
        return engine.generate(request, event -> {
            if (model != null && event instanceof Finished finished) {
                note(model, finished);
            }
            events.accept(event);
        });
    }

    private void note(LoadedPlan model, Finished finished) {
        var timings = finished.timings();
        if (timings.nativeDecodeTokens() < LEAST_TOKENS || timings.nativeDecodeMillis() <= 0) {
            return;
        }
        double speed = timings.nativeDecodeTokens() * 1000 / timings.nativeDecodeMillis();
        // the reply is over for whoever waits; a disk need not hold up the engine's events
        Thread.ofVirtual().name("speed-book").start(() -> {
            try {
                speeds.update(book -> book.withReply(model.name(), model.cost(), speed));
            } catch (IOException e) {
                LOG.log(Level.WARNING, "the speed of a reply could not be noted", e);
            }
        });
    }

    @Override
    public void close() {
        engine.close();
    }
}
