package dev.ponder.engine.host;

import static dev.ponder.engine.host.EventLog.awaitFailure;
import static dev.ponder.engine.host.EventLog.text;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.DemoPrompts;
import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.Stalled;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.host.SupervisorState.GaveUp;
import dev.ponder.engine.host.SupervisorState.Restarting;
import dev.ponder.engine.host.SupervisorState.SteppedDown;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With children that break every rule. */
@EnabledOnOs(OS.LINUX)
class EngineSupervisorTest {
    @TempDir
    Path folder;

    private final EventLog<SupervisorState> states = EventLog.ofStates();
    private EngineSupervisor engine;

    @BeforeEach
    void open() {
        engine = new EngineSupervisor(
                EngineCommand.ofThisRuntime(folder.resolve("crash"), ScriptedChild.class),
                states::accept,
                FailureMemory.in(folder.resolve("memory")));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private LoadRequest model(String name) {
        return LoadRequest.of(folder.resolve(name)).withGpuLayers(0);
    }

    private EventLog<GenerationEvent> say(String words) {
        EventLog<GenerationEvent> log = EventLog.ofReply();
        engine.generate(request(words), log);
        return log;
    }

    private static GenerationRequest request(String words) {
        return GenerationRequest.of(new Prompt(List.of(new Prompt.Text(words))), ReplyStart.ANSWER);
    }

    private void assertAnswers() throws InterruptedException {
        var reply = say("well");
        assertEquals(StopReason.STOP, reply.await(Finished.class).reason());
        assertEquals("so well", text(reply));
    }

    @Test
    void answersThroughAnotherProcess() throws Exception {
        engine.load(model("any"), LoadObserver.NONE);
        assertAnswers();
        assertTrue(engine.pid().orElseThrow() != ProcessHandle.current().pid());
    }

    @Test
    void saysThatNothingIsLoaded() throws Exception {
        assertEquals(Code.NO_MODEL, awaitFailure(say("well")).code());
    }

    @Test
    void carriesTokensBack() throws Exception {
        engine.load(model("any"), LoadObserver.NONE);
        var prompt = new Prompt(List.of(new Prompt.Text("é𝄞"), new Prompt.Marker("x")));
        assertArrayEquals(new int[] {'é', 0x1D11E, 'x'}, engine.tokenize(prompt));
    }

    @Test
    void carriesAPromptOfManyMegabytes() throws Exception {
        engine.load(model("any"), LoadObserver.NONE);
        var reply = say("long ".repeat(4 << 20));
        assertEquals(StopReason.STOP, reply.await(Finished.class).reason());
        assertEquals(3 + 5 * (4 << 20), text(reply).length());
    }

    @Test
    void refusesAPromptThatNoFrameHolds() throws Exception {
        engine.load(model("any"), LoadObserver.NONE);
        assertEquals(
                Code.PROMPT_TOO_LONG, awaitFailure(say("x".repeat(65 << 20))).code());
        assertAnswers();
    }

    @Test
    void cancelsAReply() throws Exception {
        engine.load(model("any"), LoadObserver.NONE);
        EventLog<GenerationEvent> log = EventLog.ofReply();
        var generation = engine.generate(request("endless"), log);
        log.await(GenerationEvent.AnswerText.class);
        generation.cancel();
        assertEquals(StopReason.CANCELLED, generation.await().reason());
    }

    @Test
    void cancelsALoad() throws Exception {
        var failure = assertThrows(EngineException.class, () -> engine.load(model("endless"), fraction -> false));
        assertEquals(Code.LOAD_CANCELLED, failure.code());
        engine.load(model("any"), LoadObserver.NONE);
        assertAnswers();
    }

    @Test
    void keepsWhatNativeCodePrintsOutOfTheFrames() throws Exception {
        engine.load(model("any"), LoadObserver.NONE);
        var reply = say("print");
        assertEquals(StopReason.STOP, reply.await(Finished.class).reason());
        assertFalse(states.has(Restarting.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abort", "die", "garbage", "half a frame", "close pipe", "stray answer"})
    void survivesAChildThatMisbehavesInTheMiddleOfAReply(String mischief) throws Exception {
        engine.load(model("any"), LoadObserver.NONE);
        for (int i = 0; i < Children.counts(20); i++) {
            var reply = say(mischief);
            var code = awaitFailure(reply).code();
            assertTrue(code == Code.ENGINE_DIED || code == Code.ENGINE_CONFUSED, code.name());
            assertEquals("so ", text(reply).substring(0, 3));
            var last = reply.await(Finished.class);
            assertEquals(7, last.tokens().prompt());
            assertEquals(2, last.tokens().cached());
            assertAnswers();
        }
    }

    @Test
    void showsTheLastLogLinesOfACrash() throws Exception {
        engine.load(model("any"), LoadObserver.NONE);
        say("print").await(Finished.class);
        var error = awaitFailure(say("abort"));
        assertTrue(error.message().contains("signal 6"), error.message());
        assertTrue(error.detail().contains("printed by native code"), error.detail());
    }

    @Test
    void leavesNoCoreFile() throws Exception {
        engine.load(model("any"), LoadObserver.NONE);
        var limits = Files.readString(Path.of("/proc/" + engine.pid().orElseThrow() + "/limits"));
        var core = limits.lines()
                .filter(line -> line.startsWith("Max core file size"))
                .findFirst();
        assertTrue(core.orElseThrow().matches("Max core file size +[01] +[01] .*"), core.get());
    }

    @Test
    void givesUpOnAModelThatAlwaysEndsTheEngine() {
        var failure = assertThrows(EngineException.class, () -> engine.load(model("dies"), LoadObserver.NONE));
        assertEquals(Code.ENGINE_DIED, failure.code());
        assertTrue(failure.getMessage().contains("3 times in a row with dies"), failure.getMessage());
        assertTrue(states.has(GaveUp.class));
        assertEquals(2, count(Restarting.class));
    }

    @Test
    void triesAModelThatIsKnownToEndTheEngineOnlyOnce() throws Exception {
        assertThrows(EngineException.class, () -> engine.load(model("dies"), LoadObserver.NONE));
        long before = count(Restarting.class);
        assertThrows(EngineException.class, () -> engine.load(model("dies"), LoadObserver.NONE));
        assertEquals(before, count(Restarting.class));
        engine.load(model("any"), LoadObserver.NONE);
        assertAnswers();
    }

    private long count(Class<?> type) {
        return states.events().stream().filter(type::isInstance).count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dies-on-gpu", "refused-on-gpu"})
    void stepsDownToTheProcessorWhereTheGpuFails(String name) throws Exception {
        var info = engine.load(model(name).withGpuLayers(-1), LoadObserver.NONE);
        assertEquals(0, info.gpuLayers());
        assertEquals(new SteppedDown(-1, 0), states.await(SteppedDown.class));
        assertAnswers();
    }

    @Test
    void stepsDownToHalfTheLayersFirst() throws Exception {
        Files.copy(DemoPrompts.model(), folder.resolve("dies-on-full-gpu"));
        var info = engine.load(model("dies-on-full-gpu").withGpuLayers(-1), LoadObserver.NONE);
        assertEquals(5, info.gpuLayers());
        assertEquals(new SteppedDown(-1, 5), states.await(SteppedDown.class));
    }

    @Test
    void beginsAtTheLayersThatWorkedLastTime() throws Exception {
        engine.load(model("dies-on-gpu").withGpuLayers(-1), LoadObserver.NONE);
        long before = count(Restarting.class);
        engine.load(model("dies-on-gpu").withGpuLayers(-1), LoadObserver.NONE);
        assertEquals(before, count(Restarting.class));
        assertEquals(2, count(SteppedDown.class));
    }

    @Test
    void stepsDownWhenAReplyFailsToCompute() throws Exception {
        engine.load(model("any").withGpuLayers(-1), LoadObserver.NONE);
        assertEquals(Code.COMPUTE_FAILED, awaitFailure(say("compute fails")).code());
        assertEquals(new SteppedDown(-1, 0), states.await(SteppedDown.class));
        assertAnswers();
    }

    @Test
    void reportsARefusalOnceAndGoesOn() throws Exception {
        var failure =
                assertThrows(EngineException.class, () -> engine.load(model("refused-always"), LoadObserver.NONE));
        assertEquals(Code.MODEL_REFUSED, failure.code());
        assertFalse(states.has(Restarting.class));
    }

    @Test
    void tellsOfANativeCallThatTakesLongAndEndsItAtTheLimit() throws Exception {
        engine.load(model("any"), LoadObserver.NONE);
        var reply = say("stall");
        assertTrue(reply.await(Stalled.class).seconds() >= 5);
        assertEquals(Code.ENGINE_HUNG, awaitFailure(reply).code());
        assertAnswers();
    }

    @Test
    void endsAReplyWhoseConsumerFails() throws Exception {
        engine.load(model("any"), LoadObserver.NONE);
        var generation = engine.generate(request("endless"), event -> {
            if (event instanceof GenerationEvent.AnswerText) {
                throw new IllegalStateException("a consumer that fails on purpose");
            }
        });
        assertEquals(StopReason.CANCELLED, generation.await().reason());
        assertAnswers();
    }

    @Test
    void refusesToWaitForItselfInAConsumer() throws Exception {
        engine.load(model("any"), LoadObserver.NONE);
        var thrown = new CompletableFuture<Exception>();
        var generation = engine.generate(request("well"), _ -> {
            try {
                engine.info();
            } catch (EngineException | IllegalStateException e) {
                thrown.complete(e);
            }
        });
        generation.await();
        assertInstanceOf(IllegalStateException.class, thrown.get());
    }

    @Test
    void keepsTheOrderOfCallsMadeWhileTheModelIsReloaded() throws Exception {
        engine.load(model("any"), LoadObserver.NONE);
        awaitFailure(say("abort"));
        var replies = IntStream.range(0, 5).mapToObj(i -> say("r" + i)).toList();
        for (int i = 0; i < replies.size(); i++) {
            replies.get(i).await(Finished.class);
            assertEquals("so r" + i, text(replies.get(i)));
        }
    }

    @Test
    void closesInTheMiddleOfAReplyAndLeavesNoProcess() throws Exception {
        // a busy machine may keep the child from its work for longer than a user would wait for it to end by itself
        engine.close();
        engine = new EngineSupervisor(
                EngineCommand.ofThisRuntime(folder.resolve("crash"), ScriptedChild.class),
                states::accept,
                FailureMemory.untilExit(),
                new Patience(
                        Patience.STANDARD.tick(),
                        Patience.STANDARD.silence(),
                        Patience.STANDARD.start(),
                        Patience.STANDARD.stallNotice(),
                        Duration.ofMinutes(1)));
        engine.load(model("any"), LoadObserver.NONE);
        var reply = say("endless");
        reply.await(GenerationEvent.AnswerText.class);
        long pid = engine.pid().orElseThrow();
        engine.close();
        Children.awaitEnd(pid);
        assertEquals(StopReason.CANCELLED, reply.await(Finished.class).reason());
        assertEquals(Code.CLOSED, awaitFailure(say("well")).code());
        assertEquals(
                Code.CLOSED,
                assertThrows(EngineException.class, () -> engine.info()).code());
    }

    @Test
    void closesWhileNativeCodeDoesNotReturn() throws Exception {
        engine.load(model("any"), LoadObserver.NONE);
        var reply = say("sleep");
        reply.await(GenerationEvent.AnswerText.class);
        long pid = engine.pid().orElseThrow();
        engine.close();
        Children.awaitEnd(pid);
        assertEquals(Code.CLOSED, awaitFailure(reply).code());
    }

    @Test
    void saysWhatIsWrongWhereTheProgramIsMissing() {
        engine.close();
        engine = new EngineSupervisor(
                new EngineCommand(List.of(folder.resolve("no-java").toString()), folder),
                states::accept,
                FailureMemory.untilExit());
        var failure = assertThrows(EngineException.class, () -> engine.info());
        assertEquals(Code.ENGINE_DIED, failure.code());
        assertTrue(failure.error().detail().contains("no-java"), failure.error().detail());
    }
}
