package dev.ponder.engine;

import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.Timings;
import dev.ponder.engine.GenerationEvent.TokenCounts;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A generation as its caller holds it: the cancel flag, the wish to land, the consumer, and the last event once it is there. */
final class GenerationRun implements Generation {
    private static final System.Logger LOG = System.getLogger(GenerationRun.class.getName());

    private final Consumer<GenerationEvent> events;
    private final CompletableFuture<Finished> end = new CompletableFuture<>();
    private volatile boolean cancelled;
    private volatile @Nullable LandedBy landing;

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

    @Override
    public synchronized void land(LandedBy by) {
        // whoever asked first is told of
        landing = landing == null ? by : landing;
    }

    /** Who asked for the thought to land; null where nobody did. */
    @Nullable LandedBy landing() {
        return landing;
    }

    /** Hands an event to the consumer, on the engine's thread. A consumer that fails ends its own reply alone. */
    void emit(GenerationEvent event) {
        try {
            events.accept(event);
        } catch (RuntimeException e) {
            cancelled = true;
            LOG.log(Level.ERROR, "the consumer of a reply's events failed; the reply is cancelled", e);
        }
    }

    /** Hands out the last event and releases those who wait. */
    void finish(StopReason reason, TokenCounts tokens, Timings timings) {
        var finished = new Finished(reason, tokens, timings);
        emit(finished);
        end.complete(finished);
    }

    /** Hands out an error and the last event. */
    void fail(EngineError error, TokenCounts tokens, Timings timings) {
        emit(new Failed(error));
        finish(StopReason.ERROR, tokens, timings);
    }

    @Override
    public Finished await() throws InterruptedException {
        try {
            return end.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("nothing completes the end of a reply with a failure", e);
        }
    }
}
