package dev.ponder.engine.host;

import static dev.ponder.engine.host.EventLog.awaitFailure;
import static dev.ponder.engine.host.EventLog.awaitText;
import static dev.ponder.engine.host.EventLog.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.DemoPrompts;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.ThinkingLimit;
import dev.ponder.engine.host.SupervisorState.GaveUp;
import dev.ponder.engine.host.SupervisorState.SteppedDown;
import dev.ponder.qwen.ReplyStart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real engine, ended and stopped in the middle of a reply. */
@DisabledOnOs(OS.WINDOWS)
class EngineDeathTest {
    private static final int DEATHS = 20;

    /** From the notice of the end to the first word of the next reply. Machines that run a smoke test may be busy. */
    private static final Duration RECOVERY = Duration.ofSeconds(Children.isAcceptance() ? 3 : 15);

    private static final GenerationRequest LONG = GenerationRequest.of(
                    DemoPrompts.answering("Count from 1 to 300."), ReplyStart.ANSWER)
            .withIgnoreEnd(true)
            .withMaxTokens(3000);

    private static final GenerationRequest LANDING = GenerationRequest.of(
                    DemoPrompts.thinking("Think hard about: is 1009 prime?"), ReplyStart.OUTSIDE)
            .withThinking(new ThinkingLimit(30, 0, 100))
            .withIgnoreEnd(true)
            .withMaxTokens(3000);

    @TempDir
    Path folder;

    private final EventLog<SupervisorState> states = EventLog.ofStates();

    private enum Signal {
        KILL,
        STOP
    }

    @ParameterizedTest
    @EnumSource
    void repliesAgainAfterTheProcessWasEndedOrStoppedInTheMiddleOfAReply(Signal signal) throws Exception {
        endAndReplyAgain(signal, LONG, AnswerText.class);
    }

    @ParameterizedTest
    @EnumSource
    void repliesAgainAfterTheProcessWasEndedOrStoppedInTheMiddleOfALanding(Signal signal) throws Exception {
        endAndReplyAgain(signal, LANDING, Landed.class);
    }

    private void endAndReplyAgain(Signal signal, GenerationRequest cut, Class<? extends GenerationEvent> at)
            throws Exception {
        try (var engine =
                new EngineSupervisor(EngineCommand.ofThisRuntime(folder), states::accept, FailureMemory.untilExit())) {
            engine.load(
                    LoadRequest.of(DemoPrompts.model()).withContextSize(4096).withThreads(1), LoadObserver.NONE);
            double slowest = 0;
            for (int i = 0; i < Children.counts(DEATHS); i++) {
                slowest = Math.max(slowest, endReplyAndStartTheNext(engine, cut, signalling(engine, signal, at)));
            }
            System.getLogger(EngineDeathTest.class.getName())
                    .log(System.Logger.Level.INFO, "SIG{0}: next reply after {1} s at most", signal, slowest);
        }
        assertFalse(states.has(GaveUp.class));
        assertFalse(states.has(SteppedDown.class));
    }

    /**
     * Signals the process with the reply's first event of a kind. While the consumer is at it, the child can write no more than the
     * pipe holds, so that however slow the signal is it meets a reply in the middle.
     */
    private static Consumer<GenerationEvent> signalling(
            EngineSupervisor engine, Signal signal, Class<? extends GenerationEvent> at) {
        long pid = engine.pid().orElseThrow();
        var first = new AtomicBoolean(true);
        return event -> {
            if (at.isInstance(event) && first.getAndSet(false)) {
                Children.signal(pid, signal.name());
            }
        };
    }

    /** Returns the seconds from the notice to the next reply's first word. */
    private static double endReplyAndStartTheNext(
            EngineSupervisor engine, GenerationRequest request, Consumer<GenerationEvent> signalling) throws Exception {
        EventLog<GenerationEvent> cut = EventLog.ofReply();
        engine.generate(request, cut.andThen(signalling)::accept);
        awaitFailure(cut);
        long noticed = System.nanoTime();
        assertFalse(text(cut).isEmpty());
        assertTrue(cut.await(Finished.class).tokens().prompt() > 0);

        EventLog<GenerationEvent> next = EventLog.ofReply();
        engine.generate(GenerationRequest.of(DemoPrompts.thinking("What is 345 + 678?"), ReplyStart.OUTSIDE), next);
        awaitText(next, RECOVERY);
        double seconds = (System.nanoTime() - noticed) / 1e9;
        assertEquals(StopReason.STOP, next.await(Finished.class).reason());
        assertTrue(text(next).contains("1023"), text(next));
        return seconds;
    }
}
