package dev.ponder.engine;

import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.Timings;
import dev.ponder.engine.GenerationEvent.TokenCounts;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/** A generation as its caller holds it: the cancel flag, the consumer, and the last event once it is there. */
final class GenerationRun implements Generation {
    private final Consumer<GenerationEvent> events;
    private final CompletableFuture<Finished> end = new CompletableFuture<>();
    private volatile boolean cancelled;

    GenerationRun(Consumer<GenerationEvent> events) {
        this.events = events;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    boolean cancelled() {
        return cancelled;
    }

    /** Hands an event to the consumer, on the engine's thread. */
    void emit(GenerationEvent event) {
        events.accept(event);
    }

    /** Hands out the last event and releases those who wait. */
    void finish(StopReason reason, TokenCounts tokens, Timings timings) {
        var finished = new Finished(reason, tokens, timings);
        try {
            emit(finished);
        } finally {
            end.complete(finished);
        }
    }

    /** Hands out an error and the last event. */
    void fail(EngineError error, TokenCounts tokens, Timings timings) {
        try {
            emit(new Failed(error));
        } finally {
            finish(StopReason.ERROR, tokens, timings);
        }
    }

    /** Releases those who wait with the consumer's own failure. */
    void abandon(RuntimeException failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public Finished await() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the consumer of a generation's events failed", e.getCause());
        }
    }
}
