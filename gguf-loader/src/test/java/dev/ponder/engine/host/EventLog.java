package dev.ponder.engine.host;

import dev.ponder.engine.EngineError;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Collects the events of a reply, or of a supervisor, for tests that wait for them. */
final class EventLog<E> implements Consumer<E> {
    /** Far beyond what anything here takes. */
    static final Duration DEADLINE = Duration.ofSeconds(60);

    private final List<E> events = new ArrayList<>();

    static EventLog<GenerationEvent> ofReply() {
        return new EventLog<>();
    }

    static EventLog<SupervisorState> ofStates() {
        return new EventLog<>();
    }

    @Override
    public synchronized void accept(E event) {
        events.add(event);
        notifyAll();
    }

    synchronized List<E> events() {
        return List.copyOf(events);
    }

    /** Waits for an event of a kind. */
    <T extends E> T await(Class<T> type) throws InterruptedException {
        return type.cast(await(type::isInstance, type.getSimpleName(), DEADLINE));
    }

    /** Waits for an event. */
    synchronized E await(Predicate<E> wanted, String what, Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            var found = events.stream().filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                throw new AssertionError("no " + what + " within " + deadline + ", but " + events);
            }
            wait(left);
        }
    }

    /** Whether an event of a kind has come. */
    boolean has(Class<?> type) {
        return events().stream().anyMatch(type::isInstance);
    }

    /** Answer and reasoning joined. */
    static String text(EventLog<GenerationEvent> reply) {
        var text = new StringBuilder();
        for (var event : reply.events()) {
            switch (event) {
                case AnswerText(var more) -> text.append(more);
                case ReasoningText(var more) -> text.append(more);
                default -> {}
            }
        }
        return text.toString();
    }

    /** Waits for more text. */
    static void awaitText(EventLog<GenerationEvent> reply, Duration deadline) throws InterruptedException {
        reply.await(event -> event instanceof AnswerText || event instanceof ReasoningText, "text", deadline);
    }

    /** Waits for the end, which must be an error right before the last event. */
    static EngineError awaitFailure(EventLog<GenerationEvent> reply) throws InterruptedException {
        reply.await(Finished.class);
        var events = reply.events();
        if (events.size() < 2 || !(events.get(events.size() - 2) instanceof Failed(var error))) {
            throw new AssertionError("no failure before the end: " + events);
        }
        return error;
    }
}
