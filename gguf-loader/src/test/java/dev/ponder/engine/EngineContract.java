package dev.ponder.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.PromptCounted;
import dev.ponder.engine.GenerationEvent.PromptProgress;
import dev.ponder.engine.GenerationEvent.ReasoningEnded;
import dev.ponder.engine.GenerationEvent.ReasoningStarted;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.ThinkingPlanned;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** What every engine must do, shown with the demo model. One engine serves all tests of a class. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class EngineContract {
    static final GenerationRequest SUM =
            GenerationRequest.of(DemoPrompts.thinking("What is 345 + 678?"), ReplyStart.OUTSIDE);
    static final GenerationRequest COUNTING = GenerationRequest.of(
                    DemoPrompts.answering("Count from 1 to 300."), ReplyStart.ANSWER)
            .withIgnoreEnd(true)
            .withMaxTokens(2000);

    @TempDir
    Path folder;

    Engine engine;

    /** Whether the next test finds the demo model loaded. */
    boolean loaded;

    /** Opens the engine under test. */
    protected abstract Engine open() throws Exception;

    @BeforeAll
    void openEngine() throws Exception {
        engine = open();
    }

    @AfterAll
    void closeEngine() {
        engine.close();
    }

    @BeforeEach
    void loadModel() throws Exception {
        if (!loaded) {
            engine.load(demo(), LoadObserver.NONE);
            loaded = true;
        }
    }

    static LoadRequest demo() {
        // one thread: several wait for each other in a loop, which takes for ever where other programs want the cores
        return LoadRequest.of(DemoPrompts.model())
                .withGpuLayers(0)
                .withContextSize(4096)
                .withThreads(1);
    }

    /** A reply and what was said on the way. */
    record Heard(List<GenerationEvent> events, Finished end) {
        String answer() {
            return events.stream()
                    .map(event -> event instanceof AnswerText(var text) ? text : "")
                    .collect(Collectors.joining());
        }

        String reasoning() {
            return events.stream()
                    .map(event -> event instanceof ReasoningText(var text) ? text : "")
                    .collect(Collectors.joining());
        }

        Code failure() {
            return events.get(events.size() - 2) instanceof Failed(var error) ? error.code() : null;
        }
    }

    /** Acts on an event with the handle of its own generation. */
    interface Listener {
        void onEvent(GenerationEvent event, Generation generation);
    }

    Heard hear(GenerationRequest request) throws InterruptedException {
        return hear(request, (_, _) -> {});
    }

    Heard hear(GenerationRequest request, Listener listener) throws InterruptedException {
        return hear(events -> engine.generate(request, events), listener);
    }

    static Heard hear(Function<Consumer<GenerationEvent>, Generation> start, Listener listener)
            throws InterruptedException {
        var events = Collections.synchronizedList(new ArrayList<GenerationEvent>());
        var handle = new CompletableFuture<Generation>();
        handle.complete(start.apply(event -> {
            events.add(event);
            listener.onEvent(event, handle.join());
        }));
        var end = handle.join().await();
        return new Heard(List.copyOf(events), end);
    }

    private Code codeOf(Executable call) {
        return assertThrows(EngineException.class, call).code();
    }

    @Test
    void describesItself() throws Exception {
        var info = engine.info();
        assertFalse(info.llamaVersion().isBlank());
        assertTrue(info.devices().stream().anyMatch(device -> device.kind() == EngineInfo.DeviceKind.CPU));
    }

    @Test
    void loadsWithProgressAndTellsWhatItLoaded() throws Exception {
        var progress = Collections.synchronizedList(new ArrayList<Double>());
        var info = engine.load(demo(), progress::add);
        assertEquals(8_919_552, info.parameters());
        assertEquals(4096, info.vocabularySize());
        assertEquals(10, info.layers());
        assertEquals(4096, info.contextSize());
        assertFalse(progress.isEmpty());
        assertEquals(progress.stream().sorted().toList(), progress);
    }

    @Test
    void cancelsALoadAndHoldsNothingThen() throws Exception {
        loaded = false;
        assertEquals(Code.LOAD_CANCELLED, codeOf(() -> engine.load(demo(), fraction -> false)));
        assertEquals(Code.NO_MODEL, codeOf(() -> engine.tokenize(new Prompt(List.of()))));
    }

    @Test
    void saysThatNothingIsLoaded() throws Exception {
        loaded = false;
        engine.unload();
        engine.unload();
        var heard = hear(SUM);
        assertEquals(Code.NO_MODEL, heard.failure());
        assertEquals(StopReason.ERROR, heard.end().reason());
    }

    @Test
    void saysThatAFileIsMissing() {
        loaded = false;
        assertEquals(
                Code.MODEL_NOT_FOUND,
                codeOf(() -> engine.load(LoadRequest.of(folder.resolve("none.gguf")), LoadObserver.NONE)));
    }

    @Test
    void refusesAFileThatIsNoModel() throws Exception {
        loaded = false;
        var file = Files.writeString(folder.resolve("letter.gguf"), "Dear model,\n".repeat(100));
        assertEquals(
                Code.MODEL_REFUSED,
                codeOf(() -> engine.load(LoadRequest.of(file).withGpuLayers(0), LoadObserver.NONE)));
    }

    @Test
    void thinksAndAnswers() throws Exception {
        var heard = hear(SUM);
        assertTrue(heard.reasoning().length() > 10, heard.reasoning());
        assertTrue(heard.answer().contains("1023"), heard.answer());
        assertEquals(StopReason.STOP, heard.end().reason());
    }

    @Test
    void givesTheSameGreedyReplyTwice() throws Exception {
        assertEquals(
                hear(SUM).events().stream().filter(EngineContract::isText).toList(),
                hear(SUM).events().stream().filter(EngineContract::isText).toList());
    }

    private static boolean isText(GenerationEvent event) {
        return event instanceof AnswerText || event instanceof ReasoningText;
    }

    @Test
    void reportsAReplyInOrder() throws Exception {
        var kinds = hear(SUM).events().stream().map(Object::getClass).distinct().toList();
        assertEquals(
                List.of(
                        PromptCounted.class,
                        ThinkingPlanned.class,
                        PromptProgress.class,
                        ReasoningStarted.class,
                        ReasoningText.class,
                        ReasoningEnded.class,
                        AnswerText.class,
                        Finished.class),
                kinds);
    }

    @Test
    void countsEveryToken() throws Exception {
        var tokens = hear(SUM).end().tokens();
        assertEquals(tokens.reasoning() + tokens.answer() + tokens.marker() + tokens.eog(), tokens.generated());
        assertEquals(engine.tokenize(SUM.prompt()).length, tokens.prompt());
        assertEquals(1, tokens.eog());
        assertTrue(tokens.reasoning() > 0 && tokens.answer() > 0);
    }

    @Test
    void takesTheTimeOfEachPhase() throws Exception {
        var timings = hear(SUM).end().timings();
        assertTrue(timings.promptMillis() > 0 && timings.reasoningMillis() > 0 && timings.answerMillis() > 0);
        assertTrue(timings.nativeDecodeTokens() > 0 && timings.nativeDecodeMillis() > 0);
    }

    @Test
    void turnsMarkersIntoOneTokenAndTypedOnesIntoSeveral() throws Exception {
        var marker = engine.tokenize(new Prompt(List.of(new Prompt.Marker("<|im_end|>"))));
        assertEquals(1, marker.length);
        assertTrue(engine.tokenize(new Prompt(List.of(new Prompt.Text("<|im_end|>")))).length > 1);
        var same = engine.tokenize(new Prompt(List.of(new Prompt.Tokens(List.of(marker[0])))));
        assertArrayEquals(marker, same);
    }

    @Test
    void refusesIdsOutsideTheVocabulary() throws Exception {
        for (int id : new int[] {-1, 4096, Integer.MAX_VALUE}) {
            var prompt = new Prompt(List.of(new Prompt.Tokens(List.of(id))));
            assertEquals(Code.BAD_REQUEST, codeOf(() -> engine.tokenize(prompt)));
            assertEquals(
                    Code.BAD_REQUEST,
                    hear(GenerationRequest.of(prompt, ReplyStart.ANSWER)).failure());
        }
    }

    @Test
    void refusesAPromptThatFillsTheContext() throws Exception {
        var prompt = DemoPrompts.answering("one two three ".repeat(4096));
        var heard = hear(GenerationRequest.of(prompt, ReplyStart.ANSWER));
        assertEquals(Code.PROMPT_TOO_LONG, heard.failure());
        assertEquals(0, heard.end().tokens().generated());
    }

    @Test
    void refusesAGrammarThatDoesNotParse() throws Exception {
        assertEquals(
                Code.BAD_GRAMMAR,
                hear(SUM.withGrammar(AnswerGrammar.of("root ::= ("))).failure());
        assertEquals(StopReason.STOP, hear(SUM).end().reason());
    }

    @Test
    void stopsAtTheLimit() throws Exception {
        var end = hear(SUM.withMaxTokens(5)).end();
        assertEquals(StopReason.LENGTH, end.reason());
        assertEquals(5, end.tokens().generated());
    }

    @Test
    void stopsAtAStopStringAndDoesNotShowIt() throws Exception {
        var request = GenerationRequest.of(DemoPrompts.answering("Count from 1 to 20."), ReplyStart.ANSWER);
        assertTrue(hear(request).answer().contains("7"));
        var heard = hear(request.withStops(List.of("7")));
        assertEquals(StopReason.STOP, heard.end().reason());
        assertTrue(heard.answer().contains("6"), heard.answer());
        assertFalse(heard.answer().contains("7"), heard.answer());
    }

    @Test
    void cancelsWhileItDecodesAndKeepsWhatItSaid() throws Exception {
        var events = Collections.synchronizedList(new ArrayList<GenerationEvent>());
        var handle = new CompletableFuture<Generation>();
        handle.complete(engine.generate(COUNTING, event -> {
            events.add(event);
            if (event instanceof AnswerText) {
                handle.join().cancel();
            }
        }));
        var end = handle.join().await();
        assertEquals(StopReason.CANCELLED, end.reason());
        assertTrue(end.tokens().generated() > 0 && end.tokens().generated() < 2000);
        assertTrue(events.stream().anyMatch(AnswerText.class::isInstance));
    }

    @Test
    void cancelsWhileItReadsThePrompt() throws Exception {
        assertEquals(StopReason.CANCELLED, cancelAtThePrompt(engine).reason());
    }

    /** Cancels a reply as soon as its prompt, of several batches, was counted. */
    static Finished cancelAtThePrompt(Engine engine) throws InterruptedException {
        var request = GenerationRequest.of(DemoPrompts.answering("one two three ".repeat(900)), ReplyStart.ANSWER)
                .withIgnoreEnd(true);
        var handle = new CompletableFuture<Generation>();
        handle.complete(engine.generate(request, event -> {
            if (event instanceof PromptCounted) {
                handle.join().cancel();
            }
        }));
        return handle.join().await();
    }

    @Test
    void repeatsADrawWithItsSeedOnly() throws Exception {
        var draw = GenerationRequest.of(DemoPrompts.answering("Tell me a story."), ReplyStart.ANSWER)
                .withIgnoreEnd(true)
                .withMaxTokens(60);
        var one = hear(draw.withSampling(new Sampling(2, 0, 1, 0, 0, 0, 1, 1))).answer();
        assertEquals(
                one,
                hear(draw.withSampling(new Sampling(2, 0, 1, 0, 0, 0, 1, 1))).answer());
        assertNotEquals(
                one,
                hear(draw.withSampling(new Sampling(2, 0, 1, 0, 0, 0, 1, 2))).answer());
    }

    @Test
    void neverCutsACodePoint() throws Exception {
        var draw = GenerationRequest.of(DemoPrompts.answering("Repeat exactly: 你好，世界"), ReplyStart.ANSWER);
        for (int seed = 1; seed <= 5; seed++) {
            for (var event : hear(draw.withMaxTokens(80).withSampling(new Sampling(3, 0, 1, 0, 0, 0, 1, seed)))
                    .events()) {
                if (event instanceof AnswerText(var text)) {
                    assertFalse(text.isEmpty());
                    assertTrue(text.codePoints().noneMatch(point -> Character.getType(point) == Character.SURROGATE));
                }
            }
        }
    }

    @Test
    void keepsAConversationWarm() throws Exception {
        var first = GenerationRequest.of(DemoPrompts.answering("What is the capital of France?"), ReplyStart.ANSWER)
                .withConversation("warm");
        var answer = hear(first).answer();
        var next = GenerationRequest.of(
                        DemoPrompts.followUp("What is the capital of France?", answer, "And of Japan?"),
                        ReplyStart.ANSWER)
                .withConversation("warm");
        var tokens = hear(next).end().tokens();
        assertTrue(
                tokens.cached() >= engine.tokenize(first.prompt()).length,
                () -> tokens + " should reuse the first turn");
    }

    @Test
    void worksInTheOrderOfTheCalls() throws Exception {
        var order = Collections.synchronizedList(new ArrayList<Integer>());
        var runs = new ArrayList<Generation>();
        for (int i = 0; i < 4; i++) {
            int number = i;
            runs.add(engine.generate(SUM.withMaxTokens(5), event -> {
                if (event instanceof Finished) {
                    order.add(number);
                }
            }));
        }
        for (var run : runs) {
            run.await();
        }
        assertEquals(List.of(0, 1, 2, 3), order);
    }
}
