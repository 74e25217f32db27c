package dev.ponder.engine.host;

import static dev.ponder.engine.host.EventLog.awaitFailure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.Counts;
import dev.ponder.engine.DecisionRequest;
import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Decided;
import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.Stalled;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LandedBy;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Landing, warming and deciding in a process that breaks every rule. */
@EnabledOnOs(OS.LINUX)
class ReasoningSupervisionTest {
    @TempDir
    Path folder;

    private EngineSupervisor engine;

    @BeforeEach
    void open() throws Exception {
        engine = new EngineSupervisor(
                EngineCommand.ofThisRuntime(folder.resolve("crash"), ScriptedChild.class),
                SupervisorListener.NONE,
                FailureMemory.untilExit());
        engine.load(LoadRequest.of(folder.resolve("any")).withGpuLayers(0), LoadObserver.NONE);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private static Prompt prompt(String words) {
        return new Prompt(List.of(new Prompt.Text(words)));
    }

    private Generation say(String words, EventLog<GenerationEvent> log) {
        return engine.generate(GenerationRequest.of(prompt(words), ReplyStart.OUTSIDE), log);
    }

    private EventLog<GenerationEvent> warm(String words) {
        EventLog<GenerationEvent> log = EventLog.ofReply();
        engine.warm("c", prompt(words), log);
        return log;
    }

    private EventLog<GenerationEvent> decide(String words) {
        EventLog<GenerationEvent> log = EventLog.ofReply();
        engine.decide(new DecisionRequest("c", prompt(words), List.of("yes", "no")), log);
        return log;
    }

    @Test
    void carriesALandingInTheMiddleOfAReply() throws Exception {
        EventLog<GenerationEvent> log = EventLog.ofReply();
        var generation = say("endless", log);
        log.await(AnswerText.class);
        generation.land(LandedBy.LOOP);
        assertEquals(new Landed(3, LandedBy.LOOP), log.await(Landed.class));
        generation.cancel();
        assertEquals(StopReason.CANCELLED, generation.await().reason());
    }

    @Test
    void losesNoWishThatComesWhileTheRequestIsOnItsWay() throws Exception {
        for (int i = 0; i < Counts.of(1000); i++) {
            EventLog<GenerationEvent> log = EventLog.ofReply();
            var generation = say("endless", log);
            generation.land(LandedBy.USER);
            log.await(Landed.class);
            generation.cancel();
            log.await(Finished.class);
            var cancelled = say("endless", EventLog.ofReply());
            cancelled.cancel();
            assertEquals(StopReason.CANCELLED, cancelled.await().reason());
        }
    }

    @Test
    void aLandingOfAReplyThatIsOverHarmsNothing() throws Exception {
        EventLog<GenerationEvent> log = EventLog.ofReply();
        var over = say("well", log);
        over.await();
        over.land(LandedBy.USER);
        over.land(LandedBy.LOOP);
        assertFalse(log.has(Landed.class));
        assertEquals(StopReason.STOP, say("well", EventLog.ofReply()).await().reason());
    }

    @Test
    void carriesADecisionBack() throws Exception {
        var log = decide("well");
        assertEquals(new Decided(List.of(3.0, 2.0), 9), log.await(Decided.class));
        assertEquals(StopReason.STOP, log.await(Finished.class).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abort", "die", "garbage", "half a frame", "close pipe"})
    void goesOnAfterTheProcessEndedInTheMiddle(String mischief) throws Exception {
        for (var log : List.of(warm(mischief), decide(mischief))) {
            var code = awaitFailure(log).code();
            assertTrue(code == Code.ENGINE_DIED || code == Code.ENGINE_CONFUSED, code.name());
            assertEquals(StopReason.ERROR, log.await(Finished.class).reason());
            assertEquals(
                    1, log.events().stream().filter(Failed.class::isInstance).count());
        }
        assertEquals(StopReason.STOP, warm("well").await(Finished.class).reason());
        decide("well").await(Decided.class);
    }

    @Test
    void endsAWarmingThatHangs() throws Exception {
        var log = warm("stall");
        assertTrue(log.await(Stalled.class).seconds() >= 5);
        assertEquals(Code.ENGINE_HUNG, awaitFailure(log).code());
        assertEquals(StopReason.STOP, warm("well").await(Finished.class).reason());
    }

    @Test
    void cancelsAWarming() throws Exception {
        EventLog<GenerationEvent> log = EventLog.ofReply();
        var warming = engine.warm("c", prompt("endless"), log);
        log.await(AnswerText.class);
        warming.cancel();
        assertEquals(StopReason.CANCELLED, warming.await().reason());
    }

    @Test
    void failsEverythingThatComesAfterItWasClosed() throws Exception {
        engine.close();
        assertEquals(Code.CLOSED, awaitFailure(warm("well")).code());
        assertEquals(Code.CLOSED, awaitFailure(decide("well")).code());
    }
}
