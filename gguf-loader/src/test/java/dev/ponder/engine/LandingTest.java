package dev.ponder.engine;

import static dev.ponder.engine.DemoModelChat.MODEL;
import static dev.ponder.engine.DemoModelChat.TEMPLATE;
import static dev.ponder.engine.DemoModelChat.hear;
import static dev.ponder.engine.DemoModelChat.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.DemoModelChat.Heard;
import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.ThinkingPlanned;
import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.PromptInput;
import dev.ponder.qwen.ReplySoFar;
import dev.ponder.qwen.ReplyStart;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.qwen.ThinkingBudget;
import dev.ponder.qwen.ThinkingMode;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Landings in every place and at every limit, on the demo model. */
class LandingTest {
    private static final ChatMessage SUM = ChatMessage.user("What is 345 + 678?");
    private static final ChatMessage PRIME = ChatMessage.user("Think hard about: is 1009 prime?");

    private static LocalEngine engine;

    @BeforeAll
    static void load() throws EngineException {
        engine = DemoModelChat.engine(LoadRequest.of(MODEL).withGpuLayers(0).withThreads(1));
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    private static Heard thinkAbout(ChatMessage question, ThinkingLimit limit) throws InterruptedException {
        return hear(engine, request(ThinkingMode.ON, question).withThinking(limit));
    }

    @Test
    void waitsForTheEndOfTheLineWithinTheGrace() throws Exception {
        var patient = thinkAbout(SUM, new ThinkingLimit(30, 20, 100));
        assertTrue(patient.reasoning().contains(".\n\n" + ThinkingBudget.SENTENCE), patient.reasoning());
        int at = patient.all(Landed.class).getFirst().at();
        assertTrue(at > 30 && at < 50, patient.reasoning());

        var strict = thinkAbout(SUM, new ThinkingLimit(30, 0, 100));
        assertEquals(30, strict.all(Landed.class).getFirst().at());
        assertFalse(strict.reasoning().contains(".\n\n" + ThinkingBudget.SENTENCE), strict.reasoning());
    }

    @Test
    void aBudgetOfNothingAnswersAtOnce() throws Exception {
        var reply = thinkAbout(SUM, ThinkingLimit.of(0));
        assertEquals(ThinkingBudget.SENTENCE, reply.reasoning());
        assertTrue(reply.answer().startsWith("345 + 678 = "), reply.answer());
    }

    @Test
    void aThoughtThatEndsByItselfIsLeftAlone() throws Exception {
        var free = thinkAbout(SUM, ThinkingLimit.NONE);
        var wide = thinkAbout(SUM, ThinkingLimit.of(1000));
        assertEquals(free.reasoning() + "|" + free.answer(), wide.reasoning() + "|" + wide.answer());
        assertTrue(wide.all(Landed.class).isEmpty());
        assertEquals(0, wide.finished().tokens().forced());
    }

    @Test
    void lowersABudgetThatTheContextCannotHoldAndSaysSo() throws Exception {
        try (var small = DemoModelChat.engine(
                LoadRequest.of(MODEL).withGpuLayers(0).withThreads(1).withContextSize(256))) {
            var reply = hear(small, request(ThinkingMode.ON, PRIME).withThinking(new ThinkingLimit(400, 16, 60)));
            var planned = reply.all(ThinkingPlanned.class).getFirst();
            assertEquals(400, planned.asked());
            // beside the prompt, the tag, the landing and the answer
            int room =
                    256 - reply.finished().tokens().prompt() - 1 - engine.tokenize(ThinkingBudget.LANDING).length - 60;
            assertEquals(room - 16, planned.granted());
            assertTrue(reply.all(Landed.class).getFirst().at() <= room, reply.toString());
            assertTrue(reply.answer().contains("1009 is"), reply.answer());
            assertEquals(StopReason.STOP, reply.finished().reason());
        }
    }

    @Test
    void aThoughtWithoutABudgetLeavesRoomForItsAnswerToo() throws Exception {
        try (var small = DemoModelChat.engine(
                LoadRequest.of(MODEL).withGpuLayers(0).withThreads(1).withContextSize(256))) {
            var reply = hear(small, request(ThinkingMode.ON, PRIME));
            assertEquals(LandedBy.BUDGET, reply.all(Landed.class).getFirst().by());
            assertTrue(reply.answer().contains("1009 is"), reply.answer());
        }
    }

    @Test
    void everyLimitOfTokensHoldsAThoughtAndAnAnswer() throws Exception {
        for (int limit = 1; limit <= 60; limit++) {
            var reply = hear(engine, request(ThinkingMode.ON, SUM).withMaxTokens(limit));
            assertFalse(reply.answer().isBlank(), limit + ": " + reply);
            assertTrue(reply.finished().tokens().generated() <= limit, limit + ": " + reply);
        }
    }

    @Test
    void theLastTokensOfAContextHoldAThoughtAndAnAnswer() throws Exception {
        try (var small = DemoModelChat.engine(
                LoadRequest.of(MODEL).withGpuLayers(0).withThreads(1).withContextSize(256))) {
            int apple = small.tokenize(new Prompt(List.of(new Prompt.Text(" apple")))).length;
            for (int words = (256 - 80) / apple; words < 256 / apple; words++) {
                var question = ChatMessage.user(" apple".repeat(words) + " What is 34 * 57?");
                var reply = hear(small, request(ThinkingMode.ON, question));
                if (reply.finished().reason() == StopReason.ERROR) {
                    return;
                }
                assertFalse(reply.answer().isBlank(), words + ": " + reply);
                assertTrue(reply.finished().tokens().prompt() > 100, reply.toString());
            }
        }
    }

    @Test
    void aGrammarBindsTheAnswerBehindALanding() throws Exception {
        var reply = hear(
                engine,
                request(ThinkingMode.ON, SUM)
                        .withGrammar(AnswerGrammar.of("root ::= \"{\\\"sum\\\": \" [0-9] [0-9]? [0-9]? [0-9]? \"}\""))
                        .withThinking(ThinkingLimit.of(40)));
        assertEquals(1, reply.all(Landed.class).size());
        assertTrue(Pattern.matches("\\{\"sum\": [0-9]+}", reply.answer()), reply.answer());
    }

    @Test
    void aThoughtThatThePromptOpenedLandsToo() throws Exception {
        var template = ChatTemplate.of(TemplateKind.THINKING_2507);
        var prompt = template.render(PromptInput.of(List.of(PRIME), ThinkingMode.ON));
        var start = template.replyStart(ThinkingMode.ON);
        assertEquals(ReplyStart.INSIDE, start);
        for (int budget : new int[] {0, 1, 50}) {
            var reply =
                    hear(engine, GenerationRequest.of(prompt, start).withThinking(new ThinkingLimit(budget, 8, 100)));
            int at = reply.all(Landed.class).getFirst().at();
            assertTrue(at >= budget && at <= budget + 8, reply.toString());
            assertTrue(reply.reasoning().endsWith(ThinkingBudget.SENTENCE), reply.reasoning());
            assertTrue(reply.answer().contains("1009 is"), reply.answer());
        }
    }

    @Test
    void aLoopLandsAsSuch() throws Exception {
        var reply = hear(engine, request(ThinkingMode.ON, PRIME), (event, generation) -> {
            if (event instanceof ReasoningText(var text) && text.contains("stop")) {
                generation.land(LandedBy.LOOP);
            }
        });
        assertEquals(LandedBy.LOOP, reply.all(Landed.class).getFirst().by());
        assertTrue(reply.answer().contains("1009 is"), reply.answer());
    }

    @Test
    void neverCutsACodePointOfAThought() throws Exception {
        var question = ChatMessage.user("Translate \"Good morning\" into Chinese.");
        var whole = thinkAbout(question, ThinkingLimit.NONE);
        assertTrue(whole.reasoning().codePoints().anyMatch(point -> point > 0x2E80), whole.reasoning());
        for (int budget = 0; budget <= whole.finished().tokens().reasoning(); budget++) {
            var reply = thinkAbout(question, new ThinkingLimit(budget, 0, 100));
            assertFalse(reply.reasoning().contains("\uFFFD"), reply.reasoning());
            assertTrue(reply.all(Landed.class).stream()
                    .allMatch(landed -> landed.at()
                            <= reply.all(ThinkingPlanned.class).getFirst().granted()));
            assertFalse(reply.answer().isBlank());
        }
    }

    @Test
    void goesOnInTheMiddleOfAThought() throws Exception {
        var whole = thinkAbout(SUM, ThinkingLimit.NONE).reasoning();
        int secondLine = whole.indexOf('\n') + 1;
        for (int cut : new int[] {10, secondLine, whole.indexOf('\n', secondLine) + 1}) {
            var reply = goOn(SUM, new ReplySoFar(whole.substring(0, cut), ""));
            assertEquals(whole, whole.substring(0, cut) + reply.reasoning());
            assertEquals("345 + 678 = 1023", reply.answer());
        }
    }

    @Test
    void answersFromAThoughtThatIsThere() throws Exception {
        var whole = thinkAbout(SUM, ThinkingLimit.NONE).reasoning();
        var reply = goOn(SUM, ReplySoFar.thought(whole));
        assertEquals("", reply.reasoning());
        assertEquals("345 + 678 = 1023", reply.answer());

        var landed = goOn(PRIME, ReplySoFar.landed("I divide 1009 by every prime"));
        assertEquals("", landed.reasoning());
        assertTrue(landed.answer().contains("1009 is"), landed.answer());
    }

    private static Heard goOn(ChatMessage question, ReplySoFar soFar) throws InterruptedException {
        var prompt = TEMPLATE.render(PromptInput.of(List.of(question), ThinkingMode.ON), soFar);
        return hear(engine, GenerationRequest.of(prompt, TEMPLATE.replyStart(ThinkingMode.ON, soFar)));
    }

    @Test
    void stopsInTheMiddleOfALandingWhereItIsTold() throws Exception {
        var reply = hear(
                engine, request(ThinkingMode.ON, PRIME).withThinking(ThinkingLimit.of(20)), (event, generation) -> {
                    if (event instanceof Landed) {
                        generation.cancel();
                    }
                });
        assertEquals(StopReason.CANCELLED, reply.finished().reason());
        assertEquals("", reply.answer());
        assertTrue(reply.reasoning().endsWith(ThinkingBudget.SENTENCE), reply.reasoning());
    }
}
