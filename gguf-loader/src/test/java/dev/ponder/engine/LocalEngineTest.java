package dev.ponder.engine;

import static dev.ponder.engine.DemoModelChat.MODEL;
import static dev.ponder.engine.DemoModelChat.engine;
import static dev.ponder.engine.DemoModelChat.hear;
import static dev.ponder.engine.DemoModelChat.request;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.PromptProgress;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.ThinkingMode;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the engine in this process does beyond the contract, on the demo model. */
class LocalEngineTest {
    private static final ChatMessage SUM = ChatMessage.user("What is 345 + 678?");
    private static final ChatMessage COUNT = ChatMessage.user("Count from 1 to 200.");

    private static LocalEngine engine;

    @BeforeAll
    static void load() throws EngineException {
        engine = engine(LoadRequest.of(MODEL));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @Test
    void thinksAndAnswers() throws Exception {
        var reply = hear(engine, request(ThinkingMode.ON, SUM));
        assertTrue(reply.reasoning().contains("carry"), reply.reasoning());
        assertEquals("345 + 678 = 1023", reply.answer());
        assertEquals(StopReason.STOP, reply.finished().reason());
    }

    @Test
    void answersAtOnceWithThinkingOff() throws Exception {
        var reply = hear(engine, request(ThinkingMode.OFF, ChatMessage.user("What is the capital of France?")));
        assertEquals("", reply.reasoning());
        assertTrue(reply.answer().contains("Paris"), reply.answer());
    }

    @Test
    void stopsBetweenTwoBatchesOfALongPrompt() throws Exception {
        var longText = ChatMessage.user("apple ".repeat(1000));
        var reply = hear(engine, request(ThinkingMode.ON, longText), (event, generation) -> {
            if (event instanceof PromptProgress) {
                generation.cancel();
            }
        });
        assertEquals(StopReason.CANCELLED, reply.finished().reason());
        assertEquals(1, reply.all(PromptProgress.class).size());
        assertEquals(0, reply.finished().tokens().generated());
    }

    @Test
    void stopsWithinATokenWhileItThinks() throws Exception {
        var reply = hear(engine, request(ThinkingMode.ON, SUM), (event, generation) -> {
            if (event instanceof ReasoningText) {
                generation.cancel();
            }
        });
        assertEquals(StopReason.CANCELLED, reply.finished().reason());
        assertTrue(reply.finished().tokens().generated() <= 4, reply.finished().toString());
    }

    @Test
    void endsAtTheLimitOfTokens() throws Exception {
        var reply = hear(engine, request(ThinkingMode.OFF, COUNT).withMaxTokens(17));
        assertEquals(StopReason.LENGTH, reply.finished().reason());
        assertEquals(17, reply.finished().tokens().generated());
    }

    @Test
    void endsWhereTheContextIsFull() throws Exception {
        try (var small = engine(LoadRequest.of(MODEL).withContextSize(256))) {
            var reply = hear(small, request(ThinkingMode.OFF, COUNT));
            var tokens = reply.finished().tokens();
            assertEquals(StopReason.LENGTH, reply.finished().reason());
            assertEquals(256, tokens.prompt() + tokens.generated());
        }
    }

    @Test
    void aStopStringEndsTheAnswerAndIsNotShown() throws Exception {
        var reply = hear(engine, request(ThinkingMode.OFF, COUNT).withStops(List.of("17", "never")));
        assertEquals(StopReason.STOP, reply.finished().reason());
        assertTrue(reply.answer().stripTrailing().endsWith("16,"), reply.answer());
    }

    @Test
    void aSeedRepeatsADrawAndAnotherSeedChangesIt() throws Exception {
        var free = request(ThinkingMode.OFF, ChatMessage.user("Tell me a story."));
        var answers = new HashSet<String>();
        for (int seed = 1; seed <= 4; seed++) {
            var sampled =
                    free.withSampling(new Sampling(2.5, 0, 1, 0, 0, 0, 1, seed)).withMaxTokens(60);
            var once = hear(engine, sampled).answer();
            assertEquals(once, hear(engine, sampled).answer());
            answers.add(once);
        }
        assertTrue(answers.size() > 1, answers.toString());
    }

    @Test
    void penaltiesDoNotTouchTheLikeliestTokenAtTemperatureZero() throws Exception {
        var plain = hear(engine, request(ThinkingMode.ON, SUM));
        var penalised =
                hear(engine, request(ThinkingMode.ON, SUM).withSampling(new Sampling(0, 20, 0.8, 0, 2, 2, 2, 7)));
        assertEquals(plain.reasoning() + plain.answer(), penalised.reasoning() + penalised.answer());
    }

    @Test
    void aPresencePenaltyKeepsTokensFromComingAgain() throws Exception {
        var request = request(ThinkingMode.OFF, ChatMessage.user("Repeat exactly: ha ha ha ha ha ha ha ha"));
        var free = hear(engine, request.withSampling(new Sampling(0.01, 0, 1, 0, 0, 0, 1, 1)));
        var penalised = hear(
                engine,
                request.withSampling(new Sampling(0.01, 0, 1, 0, 10, 10, 1, 1)).withMaxTokens(20));
        assertEquals("ha ha ha ha ha ha ha ha", free.answer());
        assertNotEquals(free.answer(), penalised.answer());
    }

    @Test
    void aGrammarBindsTheAnswerAndLeavesTheThoughtFree() throws Exception {
        var reply = hear(
                engine,
                request(ThinkingMode.ON, SUM)
                        .withGrammar(AnswerGrammar.of("root ::= \"{\\\"sum\\\": \" [0-9]+ \"}\""))
                        .withMaxTokens(400));
        assertTrue(reply.reasoning().contains("carry"), reply.reasoning());
        assertTrue(Pattern.matches("\\{\"sum\": [0-9]+}", reply.answer()), reply.answer());
        assertTrue(reply.finished().tokens().forced() > 0, reply.finished().toString());
    }

    @Test
    void aGrammarBindsAnAnswerWithoutAThought() throws Exception {
        var reply = hear(
                engine, request(ThinkingMode.OFF, SUM).withGrammar(AnswerGrammar.of("root ::= [a-c] [a-c] [a-c]")));
        assertTrue(Pattern.matches("[abc]{3}", reply.answer()), reply.answer());
    }

    @Test
    void aGrammarThatCannotBeReadIsRefused() throws Exception {
        var reply = hear(engine, request(ThinkingMode.OFF, SUM).withGrammar(AnswerGrammar.of("root ::= (((")));
        assertEquals(
                EngineError.Code.BAD_GRAMMAR,
                reply.all(Failed.class).getFirst().error().code());
        assertEquals(StopReason.ERROR, reply.finished().reason());
    }

    @Test
    void aPromptOverTheContextIsRefusedWithTheFigures() throws Exception {
        var reply = hear(engine, request(ThinkingMode.OFF, ChatMessage.user("apple ".repeat(5000))));
        var error = reply.all(Failed.class).getFirst().error();
        assertEquals(EngineError.Code.PROMPT_TOO_LONG, error.code());
        assertTrue(error.message().contains("4096"), error.message());
    }

    @Test
    void aQuantisedCacheAnswersToo() throws Exception {
        try (var quantised = engine(LoadRequest.of(MODEL).withKvType(KvType.Q8_0))) {
            assertEquals(
                    "345 + 678 = 1023",
                    hear(quantised, request(ThinkingMode.ON, SUM)).answer());
        }
    }

    @Test
    void aContextBeyondTheModelsOwnIsRefused() {
        var refused = assertThrows(
                EngineException.class,
                () -> engine(LoadRequest.of(MODEL).withContextSize(8192)).close());
        assertEquals(EngineError.Code.BAD_REQUEST, refused.code());
        assertTrue(refused.error().message().contains("4096"), refused.error().message());
    }

    @Test
    void aVocabularyAloneCountsTokensAndRefusesToGenerate() throws Exception {
        try (var counting = engine(LoadRequest.vocabularyOf(MODEL))) {
            var request = request(ThinkingMode.OFF, SUM);
            assertArrayEquals(engine.tokenize(request.prompt()), counting.tokenize(request.prompt()));
            assertEquals(
                    EngineError.Code.NO_MODEL,
                    hear(counting, request).all(Failed.class).getFirst().error().code());
        }
    }

    @Test
    void aConsumerThatFailsEndsItsOwnReplyAlone() throws Exception {
        var broken = engine.generate(request(ThinkingMode.ON, SUM), event -> {
            if (event instanceof ReasoningText) {
                throw new IllegalStateException("the consumer fails");
            }
        });
        assertEquals(StopReason.CANCELLED, broken.await().reason());
        assertEquals(
                "345 + 678 = 1023", hear(engine, request(ThinkingMode.ON, SUM)).answer());
    }

    @Test
    void textComesInWholeCodePoints() throws Exception {
        var reply = hear(engine, request(ThinkingMode.OFF, ChatMessage.user("Repeat exactly: Grüße, привет, 你好")));
        for (var piece : reply.all(AnswerText.class)) {
            assertFalse(piece.text().contains("\uFFFD"), reply.answer());
        }
        assertTrue(reply.answer().contains("Gr"), reply.answer());
        assertTrue(reply.answer().codePoints().anyMatch(c -> c > 0x7F), reply.answer());
    }

    @Test
    void tellsTheProcessorVariantAndItsMemory() throws Exception {
        var info = engine.info();
        assertTrue(info.backends().stream().anyMatch(name -> name.contains("ggml-cpu")), info.toString());
        var processor = info.devices().stream()
                .filter(device -> device.kind() == EngineInfo.DeviceKind.CPU)
                .findFirst()
                .orElseThrow();
        assertTrue(processor.freeBytes() > 0 && processor.freeBytes() <= processor.totalBytes(), info.toString());
    }
}
