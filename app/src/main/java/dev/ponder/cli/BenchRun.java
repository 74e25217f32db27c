package dev.ponder.cli;

import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.PromptCounted;
import dev.ponder.engine.GenerationEvent.PromptProgress;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationRequest;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One measured generation, timed where its events arrive. */
final class BenchRun {

    private final CountDownLatch over = new CountDownLatch(1);
    private final long start = System.nanoTime();
    private long prefilled = start;
    private long finishedAt = start;
    private @Nullable Failed failure;
    private @Nullable Finished end;

    private BenchRun() {}

    /**
     * What was measured.
     *
     * @param wholeMillis from the request to the last event
     * @param decodeMillis from the event that the prompt is processed to the last one
     * @param end the last event, with the engine's own figures
     */
    record Times(double wholeMillis, double decodeMillis, Finished end) {}

    /**
     * Generates once.
     *
     * @param engine holds a model
     * @param request what to generate
     * @param interrupts Ctrl+C gives up
     * @throws CliException when the engine fails, or on Ctrl+C
     */
    static Times of(Engine engine, GenerationRequest request, Interrupts interrupts) throws CliException {
        var run = new BenchRun();
        var generation = engine.generate(request, run::onEvent);
        try (var _ = interrupts.during(generation::cancel)) {
            run.over.await();
        } catch (InterruptedException _) {
            generation.cancel();
            Thread.currentThread().interrupt();
            throw CliException.interrupted();
        }
        return run.times();
    }

    private Times times() throws CliException {
        if (failure != null) {
            var error = failure.error();
            throw CliException.of(new EngineException(error));
        }
        if (end == null || end.reason() == StopReason.CANCELLED) {
            throw CliException.interrupted();
        }
        return new Times((finishedAt - start) / 1e6, (finishedAt - prefilled) / 1e6, end);
    }

    private void onEvent(GenerationEvent event) {
        switch (event) {
            case PromptCounted _, PromptProgress _ -> prefilled = System.nanoTime();
            case Failed failed -> failure = failed;
            case Finished finished -> {
                finishedAt = System.nanoTime();
                end = finished;
                over.countDown();
            }
            default -> {
                // text is not looked at
            }
        }
    }
}
