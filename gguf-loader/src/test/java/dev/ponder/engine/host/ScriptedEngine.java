package dev.ponder.engine.host;

import dev.ponder.engine.DecisionRequest;
import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.EngineInfo;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Decided;
import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.PromptCounted;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.Timings;
import dev.ponder.engine.GenerationEvent.TokenCounts;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LandedBy;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.ModelInfo;
import dev.ponder.engine.Pulse;
import dev.ponder.qwen.Prompt;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * An engine without a model: the prompt's text and the model's file name say what it does. Unknown words are repeated as
 * the answer.
 */
final class ScriptedEngine implements Engine, Pulse {
    /** What a child can do beyond an engine's contract, by the word that asks for it. */
    interface Mischief {
        boolean attempt(String word);
    }

    private final Mischief mischief;
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private volatile long busyMillis;
    private boolean loaded;

    ScriptedEngine(Mischief mischief) {
        this.mischief = mischief;
    }

    @Override
    public EngineInfo info() {
        var gpu = new EngineInfo.Device("Fake0", "a GPU that is none", EngineInfo.DeviceKind.GPU, 1, 2);
        return new EngineInfo("scripted", "", List.of(), "", List.of(gpu), List.of());
    }

    @Override
    public ModelInfo load(LoadRequest request, LoadObserver observer) throws EngineException {
        var name = request.model().getFileName().toString();
        boolean dies =
                switch (name) {
                    case "dies" -> true;
                    case "dies-on-gpu" -> request.gpuLayers() != 0;
                    case "dies-on-full-gpu" -> request.gpuLayers() < 0;
                    default -> false;
                };
        if (dies) {
            mischief.attempt("abort");
        }
        if (name.startsWith("refused-on-gpu") && request.gpuLayers() != 0) {
            throw new EngineException(Code.OUT_OF_MEMORY, "too many layers");
        }
        if (name.startsWith("refused-always")) {
            throw new EngineException(Code.MODEL_REFUSED, "not a model");
        }
        for (int step = 0; step <= 10; step += name.startsWith("endless") ? 0 : 1) {
            if (!observer.onProgress(step / 10.0)) {
                throw new EngineException(Code.LOAD_CANCELLED, "cancelled");
            }
        }
        loaded = true;
        return new ModelInfo(
                request.model(), name, 1, 1, 10, 100, 100, request.kvType(), 1, 10, request.gpuLayers(), null, 0);
    }

    @Override
    public void unload() {
        loaded = false;
    }

    @Override
    public int[] tokenize(Prompt prompt) {
        return prompt.rendered().codePoints().toArray();
    }

    @Override
    public Generation generate(GenerationRequest request, Consumer<GenerationEvent> events) {
        var run = new Run(events);
        worker.execute(() -> run.play(request.prompt().rendered()));
        return run;
    }

    @Override
    public Generation warm(String conversation, Prompt prompt, Consumer<GenerationEvent> events) {
        var run = new Run(events);
        worker.execute(() -> run.play(prompt.rendered()));
        return run;
    }

    @Override
    public Generation decide(DecisionRequest request, Consumer<GenerationEvent> events) {
        var run = new Run(events);
        worker.execute(() -> run.decide(request));
        return run;
    }

    private final class Run implements Generation {
        private final Consumer<GenerationEvent> events;
        private final CountDownLatch cancelled = new CountDownLatch(1);
        private final AtomicReference<LandedBy> landing = new AtomicReference<>();
        private final CompletableFuture<Finished> end = new CompletableFuture<>();

        Run(Consumer<GenerationEvent> events) {
            this.events = events;
        }

        void play(String word) {
            if (!loaded) {
                events.accept(new Failed(dev.ponder.engine.EngineError.of(Code.NO_MODEL, "nothing is loaded")));
                finish(StopReason.ERROR);
                return;
            }
            events.accept(new PromptCounted(7, 2));
            events.accept(new AnswerText("so "));
            switch (word) {
                case "endless" ->
                    untilCancelled(() -> {
                        var by = landing.getAndSet(null);
                        events.accept(by == null ? new AnswerText("on and ") : new Landed(3, by));
                    });
                case "stall" -> untilCancelled(() -> busyMillis += 1000);
                case "compute fails" -> {
                    events.accept(new Failed(dev.ponder.engine.EngineError.of(Code.COMPUTE_FAILED, "no")));
                    finish(StopReason.ERROR);
                }
                default -> {
                    mischief.attempt(word);
                    events.accept(new AnswerText(word));
                    finish(StopReason.STOP);
                }
            }
        }

        void decide(DecisionRequest request) {
            events.accept(new PromptCounted(7, 2));
            mischief.attempt(request.prompt().rendered());
            events.accept(new Decided(
                    request.options().stream()
                            .map(option -> (double) option.length())
                            .toList(),
                    9));
            finish(StopReason.STOP);
        }

        private void untilCancelled(Runnable step) {
            try {
                while (!cancelled.await(2, TimeUnit.MILLISECONDS)) {
                    step.run();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            finish(StopReason.CANCELLED);
        }

        private void finish(StopReason reason) {
            busyMillis = 0;
            var last = new Finished(reason, new TokenCounts(7, 2, 1, 0, 1, 0, 0, 0), Timings.NONE);
            events.accept(last);
            end.complete(last);
        }

        @Override
        public void cancel() {
            cancelled.countDown();
        }

        @Override
        public void land(LandedBy by) {
            landing.set(by);
        }

        @Override
        public Finished await() throws InterruptedException {
            return end.join();
        }
    }

    @Override
    public long busyMillis() {
        return busyMillis;
    }

    @Override
    public void close() {
        // as the contract says, once what runs has returned: until then its last event may not be written
        worker.close();
    }
}
