package dev.ponder.replies;

import dev.ponder.engine.DecisionRequest;
import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineInfo;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.ReasoningEnded;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.Timings;
import dev.ponder.engine.GenerationEvent.TokenCounts;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LandedBy;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.ModelInfo;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ThinkingBudget;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** An engine that plays what it was given, reply by reply, and lands and stops like a real one. */
final class PlayedEngine implements Engine {
    final List<GenerationRequest> requests = new CopyOnWriteArrayList<>();
    private final Queue<List<GenerationEvent>> script = new ConcurrentLinkedQueue<>();

    /** The next reply. */
    PlayedEngine then(GenerationEvent... events) {
        script.add(List.of(events));
        return this;
    }

    @Override
    public Generation generate(GenerationRequest request, Consumer<GenerationEvent> events) {
        if ("title".equals(request.conversation())) {
            return new Playing(List.of(new GenerationEvent.AnswerText("A title")), events);
        }
        requests.add(request);
        return new Playing(script.remove(), events);
    }

    @Override
    public Generation warm(String conversation, Prompt prompt, Consumer<GenerationEvent> events) {
        return new Playing(List.of(), events);
    }

    @Override
    public Generation decide(DecisionRequest request, Consumer<GenerationEvent> events) {
        return new Playing(List.of(new GenerationEvent.Decided(List.of(1.0, 2.0), 2.0)), events);
    }

    @Override
    public int[] tokenize(Prompt prompt) {
        return new int[prompt.rendered().length() / 4 + 1];
    }

    @Override
    public EngineInfo info() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ModelInfo load(LoadRequest request, LoadObserver observer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unload() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}

    private static final class Playing implements Generation {
        private final CompletableFuture<Finished> end = new CompletableFuture<>();
        private final AtomicReference<LandedBy> landing = new AtomicReference<>();
        private volatile boolean cancelled;

        Playing(List<GenerationEvent> script, Consumer<GenerationEvent> events) {
            Thread.ofVirtual().start(() -> play(script, events));
        }

        private void play(List<GenerationEvent> script, Consumer<GenerationEvent> events) {
            boolean landed = false;
            for (var event : script) {
                if (cancelled) {
                    break;
                }
                var by = landing.get();
                if (by != null && !landed && event instanceof ReasoningText) {
                    landed = true;
                    events.accept(new Landed(7, by));
                    events.accept(new ReasoningText("\n\n" + ThinkingBudget.SENTENCE));
                    events.accept(new ReasoningEnded());
                }
                if (!landed || !(event instanceof ReasoningText || event instanceof ReasoningEnded)) {
                    events.accept(event);
                }
            }
            var reason = cancelled ? StopReason.CANCELLED : StopReason.STOP;
            var finished = new Finished(reason, new TokenCounts(9, 0, 9, 4, 4, 0, 1, 0), Timings.NONE);
            events.accept(finished);
            end.complete(finished);
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public void land(LandedBy by) {
            landing.set(by);
        }

        @Override
        public Finished await() {
            return end.join();
        }
    }
}
