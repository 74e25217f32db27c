package dev.ponder.cli;

import dev.ponder.engine.DecisionRequest;
import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.EngineInfo;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.Timings;
import dev.ponder.engine.GenerationEvent.TokenCounts;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LandedBy;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.ModelInfo;
import dev.ponder.qwen.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An engine that says what it was told to say, in order, and keeps what it was asked. */
final class FakeEngine implements Engine {

    static final TokenCounts COUNTS = new TokenCounts(20, 5, 12, 6, 3, 2, 1, 0);
    static final Timings TIMES = new Timings(12.34, 56.78, 9, 0, 0, 0, 0);
    static final Finished STOP = new Finished(StopReason.STOP, COUNTS, TIMES);

    final List<LoadRequest> loads = new ArrayList<>();
    final List<GenerationRequest> requests = new ArrayList<>();
    final CountDownLatch replying = new CountDownLatch(1);
    boolean closed;

    @Nullable EngineException broken;

    private final List<List<GenerationEvent>> script = new ArrayList<>();
    private boolean waitsForCancel;

    /** The next reply: these events and a natural end. */
    FakeEngine reply(GenerationEvent... events) {
        var all = new ArrayList<>(List.of(events));
        all.add(STOP);
        script.add(all);
        return this;
    }

    /** The next reply: these events, and then nothing until it is cancelled. */
    FakeEngine replyUntilCancelled(GenerationEvent... events) {
        waitsForCancel = true;
        script.add(List.of(events));
        return this;
    }

    /** The next reply fails. */
    FakeEngine failure(EngineError.Code code, String message) {
        return failure(code, message, "");
    }

    /** The next reply fails, and the engine has logged something. */
    FakeEngine failure(EngineError.Code code, String message, String detail) {
        script.add(List.of(
                new Failed(new EngineError(code, message, detail)),
                new Finished(StopReason.ERROR, TokenCounts.NONE, Timings.NONE)));
        return this;
    }

    @Override
    public EngineInfo info() throws EngineException {
        if (broken != null) {
            throw broken;
        }
        var cpu = new EngineInfo.Device("CPU", "A chip", EngineInfo.DeviceKind.CPU, 3L << 30, 8L << 30);
        return new EngineInfo(
                "v9",
                "/natives",
                List.of("libggml-cpu-zen4.so"),
                "AVX2 = 1 | ",
                List.of(cpu),
                List.of("libvulkan.so.1 is not installed."));
    }

    @Override
    public ModelInfo load(LoadRequest request, LoadObserver observer) throws EngineException {
        loads.add(request);
        if (broken != null) {
            throw broken;
        }
        if (!observer.onProgress(0.5)) {
            throw new EngineException(EngineError.Code.LOAD_CANCELLED, "cancelled");
        }
        return new ModelInfo(request.model(), "fake", 1, 1, 1000, 4096, 4096, request.kvType(), 2, 10, 0, null, 1);
    }

    @Override
    public void unload() {}

    @Override
    public int[] tokenize(Prompt prompt) {
        return new int[] {1, 2, prompt.parts().size()};
    }

    @Override
    public Generation generate(GenerationRequest request, Consumer<GenerationEvent> events) {
        requests.add(request);
        var end = new CompletableFuture<Finished>();
        var cancel = new CountDownLatch(1);
        var thread = Thread.ofPlatform().daemon().unstarted(() -> play(events, end, cancel));
        thread.start();
        return new Generation() {
            @Override
            public void cancel() {
                cancel.countDown();
            }

            @Override
            public void land(LandedBy by) {
                throw new UnsupportedOperationException("the command line never lands");
            }

            @Override
            public Finished await() {
                return end.join();
            }
        };
    }

    @Override
    public Generation warm(String conversation, Prompt prompt, Consumer<GenerationEvent> events) {
        throw new UnsupportedOperationException("the command line keeps nothing warm");
    }

    @Override
    public Generation decide(DecisionRequest request, Consumer<GenerationEvent> events) {
        throw new UnsupportedOperationException("no decision is scripted");
    }

    private void play(Consumer<GenerationEvent> events, CompletableFuture<Finished> end, CountDownLatch cancel) {
        for (var event : script.removeFirst()) {
            events.accept(event);
            if (event instanceof Finished finished) {
                end.complete(finished);
                return;
            }
        }
        replying.countDown();
        try {
            if (waitsForCancel) {
                cancel.await();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        var finished = new Finished(StopReason.CANCELLED, COUNTS, TIMES);
        events.accept(finished);
        end.complete(finished);
    }

    @Override
    public void close() {
        closed = true;
    }
}
