package dev.ponder.engine.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ponder.engine.Counts;
import dev.ponder.engine.DemoPrompts;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LandedBy;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.qwen.ReplyStart;
import dev.ponder.qwen.ThinkingBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "Answer now" at random moments of a thought in another process. */
class AnswerNowTest {
    private static final int MOMENTS = Counts.of(200);

    /** The longest thoughts asked for here have some more events, the shortest fewer. */
    private static final int LATEST = 700;

    @TempDir
    Path folder;

    @Test
    void noThoughtFollowsTheLandingAndAnAnswerAlwaysDoes() throws Exception {
        var random = new Random(200);
        int landed = 0;
        int replies = 0;
        try (var engine = new EngineSupervisor(
                EngineCommand.ofThisRuntime(folder), SupervisorListener.NONE, FailureMemory.untilExit())) {
            engine.load(LoadRequest.of(DemoPrompts.model()).withGpuLayers(0).withThreads(1), LoadObserver.NONE);
            while (landed < MOMENTS) {
                replies++;
                var events = landAfter(engine, random.nextInt(LATEST), 600 + random.nextInt(1600));
                landed += check(events) ? 1 : 0;
            }
        }
        System.out.println(
                "answer now: asked in " + replies + " replies, in " + landed + " of them during the thought");
    }

    /** Lands with the event of a number; 0 is before the first. */
    private static List<GenerationEvent> landAfter(EngineSupervisor engine, int moment, int number) throws Exception {
        EventLog<GenerationEvent> log = EventLog.ofReply();
        var handle = new CompletableFuture<Generation>();
        var request = GenerationRequest.of(
                DemoPrompts.thinking("Think hard about: is " + number + " prime?"), ReplyStart.OUTSIDE);
        var generation = engine.generate(request, event -> {
            log.accept(event);
            if (log.events().size() == moment) {
                handle.join().land(LandedBy.USER);
            }
        });
        if (moment == 0) {
            generation.land(LandedBy.USER);
        }
        handle.complete(generation);
        log.await(Finished.class);
        return log.events();
    }

    /** Returns whether it landed. */
    private static boolean check(List<GenerationEvent> events) {
        assertEquals(StopReason.STOP, ((Finished) events.getLast()).reason(), events::toString);
        assertFalse(answer(events).isBlank(), events::toString);
        var landing = events.stream().filter(Landed.class::isInstance).findFirst();
        if (landing.isEmpty()) {
            return false;
        }
        var after = events.subList(events.indexOf(landing.get()), events.size());
        assertEquals(ThinkingBudget.SENTENCE, reasoning(after).strip(), events::toString);
        assertEquals(answer(events), answer(after), events::toString);
        return true;
    }

    private static String answer(List<GenerationEvent> events) {
        return events.stream()
                .map(event -> event instanceof AnswerText(var text) ? text : "")
                .collect(Collectors.joining());
    }

    private static String reasoning(List<GenerationEvent> events) {
        return events.stream()
                .map(event -> event instanceof ReasoningText(var text) ? text : "")
                .collect(Collectors.joining());
    }
}
