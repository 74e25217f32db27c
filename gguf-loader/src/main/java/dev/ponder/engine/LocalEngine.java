package dev.ponder.engine;

import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.GenerationEvent.Timings;
import dev.ponder.engine.GenerationEvent.TokenCounts;
import dev.ponder.llama.Llama;
import dev.ponder.llama.NativesException;
import dev.ponder.qwen.Prompt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The engine in this process. One thread makes every native call of a model; memory is freed only after native code has
 * returned. llama.cpp can end the process on a bad file or a driver fault, so the application runs this in a child.
 */
public final class LocalEngine implements Engine, Pulse {
    /** Work on the loaded model that ends in the last event of its run. */
    private interface Work {
        void on(LoadedModel model, GenerationRun run) throws EngineException;
    }

    private final NativesFolder natives;
    private final NativeClock clock = new NativeClock();
    private final Set<GenerationRun> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("ponder-engine").daemon().unstarted(work));

    // both belong to the worker
    private @Nullable Llama llama;
    private @Nullable LoadedModel loaded;

    private volatile boolean closing;

    /** An engine with the libraries of a folder; they are opened at the first call that needs them. */
    public LocalEngine(NativesFolder natives) {
        this.natives = natives;
    }

    @Override
    public EngineInfo info() throws EngineException {
        return onWorker(() -> {
            var open = llama();
            open.loadBackends(true);
            return new EngineInfo(
                    open.version(),
                    open.folder().toString(),
                    open.backends(),
                    open.systemInfo(),
                    open.devices().stream().map(LocalEngine::device).toList(),
                    MissingLibraries.sentences(open.folder(), open.backends()));
        });
    }

    private static EngineInfo.Device device(Llama.Device device) {
        var kind = kind(device);
        long free = kind == EngineInfo.DeviceKind.CPU ? MainMemory.available() : device.freeBytes();
        return new EngineInfo.Device(device.name(), device.description(), kind, free, device.totalBytes());
    }

    /** The values of {@code ggml_backend_dev_type} count on from 0 in the order of ours. */
    static EngineInfo.DeviceKind kind(Llama.Device device) {
        var kinds = EngineInfo.DeviceKind.values();
        return kinds[Math.clamp(device.type(), 0, kinds.length - 1)];
    }

    @Override
    public ModelInfo load(LoadRequest request, LoadObserver observer) throws EngineException {
        return onWorker(() -> {
            release();
            var model = new ModelLoader(llama(), clock)
                    .load(request, progress -> !closing && observer.onProgress(progress));
            loaded = model;
            return model.info();
        });
    }

    @Override
    public void unload() throws EngineException {
        onWorker(() -> {
            release();
            return true;
        });
    }

    @Override
    public int[] tokenize(Prompt prompt) throws EngineException {
        return onWorker(() -> model().tokenizer().tokenize(prompt));
    }

    @Override
    public Generation generate(GenerationRequest request, Consumer<GenerationEvent> events) {
        return start(events, (model, run) -> new Generator(model, clock, request, run).run());
    }

    @Override
    public Generation warm(String conversation, Prompt prompt, Consumer<GenerationEvent> events) {
        return start(events, (model, run) -> new Warming(model, clock, run).run(conversation, prompt));
    }

    @Override
    public Generation decide(DecisionRequest request, Consumer<GenerationEvent> events) {
        return start(events, (model, run) -> new Decision(model, clock, run).run(request));
    }

    private Generation start(Consumer<GenerationEvent> events, Work work) {
        var run = new GenerationRun(events);
        running.add(run);
        try {
            worker.execute(() -> work(work, run));
        } catch (RejectedExecutionException e) {
            running.remove(run);
            run.fail(closed(), TokenCounts.NONE, Timings.NONE);
        }
        return run;
    }

    private void work(Work work, GenerationRun run) {
        try {
            if (closing) {
                run.fail(closed(), TokenCounts.NONE, Timings.NONE);
            } else {
                work.on(model(), run);
            }
        } catch (EngineException e) {
            run.fail(e.error(), TokenCounts.NONE, Timings.NONE);
        } finally {
            running.remove(run);
        }
    }

    @Override
    public long busyMillis() {
        return clock.busyMillis();
    }

    @Override
    public void close() {
        closing = true;
        running.forEach(GenerationRun::cancel);
        if (!worker.isShutdown()) {
            worker.execute(this::release);
            worker.shutdown();
        }
        boolean interrupted = false;
        while (!worker.isTerminated()) {
            try {
                worker.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                // native code still works on memory that belongs to us: go on waiting, and tell later
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void release() {
        if (loaded != null) {
            loaded.close();
            loaded = null;
        }
    }

    private LoadedModel model() throws EngineException {
        if (loaded == null) {
            throw new EngineException(Code.NO_MODEL, "No model is loaded; choose one first.");
        }
        return loaded;
    }

    private Llama llama() throws EngineException {
        if (llama == null) {
            try {
                llama = Llama.open(natives.path());
            } catch (NativesException e) {
                throw new EngineException(Code.NATIVES_MISSING, String.valueOf(e.getMessage()));
            }
        }
        return llama;
    }

    private <T> T onWorker(Callable<T> work) throws EngineException {
        try {
            return worker.submit(work).get();
        } catch (RejectedExecutionException e) {
            throw new EngineException(closed());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(Code.CLOSED, "Waiting for the engine was interrupted.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static EngineError closed() {
        return EngineError.of(Code.CLOSED, "The engine was closed.");
    }
}
