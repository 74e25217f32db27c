package dev.ponder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Decided;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.PromptCounted;
import dev.ponder.engine.GenerationEvent.PromptProgress;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.ThinkingPlanned;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import dev.ponder.qwen.ThinkingBudget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every engine must do about thoughts, and beside replies: land, warm, decide. */
public abstract class ReasoningContract extends EngineContract {

    @Test
    void landsAThoughtAtItsBudgetAndAnswers() throws Exception {
        var heard = hear(SUM.withThinking(new ThinkingLimit(20, 5, 100)));
        assertEquals(
                List.of(new ThinkingPlanned(20, 20)),
                heard.events().stream()
                        .filter(ThinkingPlanned.class::isInstance)
                        .toList());
        assertEquals(
                List.of(new Landed(25, LandedBy.BUDGET)),
                heard.events().stream().filter(Landed.class::isInstance).toList());
        assertTrue(heard.reasoning().endsWith(ThinkingBudget.SENTENCE), heard.reasoning());
        assertTrue(heard.answer().startsWith("345 + 678 = "), heard.answer());
        var tokens = heard.end().tokens();
        assertEquals(engine.tokenize(ThinkingBudget.LANDING).length, tokens.forced());
        assertEquals(tokens.reasoning() + tokens.answer() + tokens.marker() + tokens.eog(), tokens.generated());
    }

    @Test
    void landsAsSoonAsTheThoughtOpensWhereItWasAskedWhileThePromptIsRead() throws Exception {
        var heard = hear(SUM, (event, generation) -> {
            if (event instanceof PromptCounted) {
                generation.land(LandedBy.USER);
            }
        });
        assertTrue(
                heard.events().contains(new Landed(0, LandedBy.USER)),
                () -> heard.events().toString());
        assertEquals(ThinkingBudget.SENTENCE, heard.reasoning());
        assertFalse(heard.answer().isBlank());
    }

    @Test
    void landingDoesNothingToAnAnswerNorToAReplyThatIsOver() throws Exception {
        var calm = hear(SUM);
        var asked = hear(SUM, (event, generation) -> {
            if (event instanceof AnswerText) {
                generation.land(LandedBy.USER);
            }
        });
        assertEquals(calm.answer(), asked.answer());
        assertTrue(asked.events().stream().noneMatch(Landed.class::isInstance));

        var events = Collections.synchronizedList(new ArrayList<GenerationEvent>());
        var over = engine.generate(SUM, events::add);
        var end = over.await();
        over.land(LandedBy.USER);
        assertEquals(end, over.await());
        assertEquals(StopReason.STOP, hear(SUM).end().reason());
        assertEquals(end, events.getLast());
    }

    @Test
    void warmsAPromptExactly() throws Exception {
        var prompt = SUM.prompt();
        int tokens = engine.tokenize(prompt).length;
        assertEquals(tokens, warm(prompt).end().tokens().prompt());
        var again = warm(prompt);
        assertEquals(tokens, again.end().tokens().cached());
        assertEquals(
                List.of(PromptCounted.class, Finished.class),
                again.events().stream().map(Object::getClass).toList());
        var reply = hear(SUM.withConversation("warmed"));
        assertEquals(tokens - 1, reply.end().tokens().cached());
        assertEquals(hear(SUM).answer(), reply.answer());
        // and back to before all that it thought and said
        assertEquals(tokens, warm(prompt).end().tokens().cached());
    }

    @Test
    void refusesToWarmWhatDoesNotFitAndNothing() throws Exception {
        assertEquals(
                Code.PROMPT_TOO_LONG,
                warm(DemoPrompts.answering("one two three ".repeat(4096))).failure());
        assertEquals(Code.BAD_REQUEST, warm(new Prompt(List.of())).failure());
        assertEquals(
                Code.BAD_REQUEST,
                warm(new Prompt(List.of(new Prompt.Tokens(List.of(4096))))).failure());
    }

    @Test
    void keepsWhatACancelledWarmingHasDone() throws Exception {
        var prompt = DemoPrompts.answering("one two three ".repeat(900));
        var cut = warm(prompt, (event, generation) -> {
            if (event instanceof PromptProgress) {
                generation.cancel();
            }
        });
        assertEquals(StopReason.CANCELLED, cut.end().reason());
        int done = ((PromptProgress) cut.events().get(cut.events().size() - 2)).processedTokens();
        assertTrue(done < cut.end().tokens().prompt(), cut.events()::toString);
        assertEquals(done, warm(prompt).end().tokens().cached());
    }

    @Test
    void decidesByLogitsAndLeavesThePromptInTheCache() throws Exception {
        var question = DemoPrompts.answering("What is the capital of France?");
        var asked = new ArrayList<>(question.parts());
        asked.add(new Prompt.Text("The capital of France is"));
        var heard = decide(new DecisionRequest("decided", new Prompt(asked), List.of(" Paris", " Rome", " London")));
        assertEquals(StopReason.STOP, heard.end().reason());
        var decided = heard.events().stream()
                .filter(Decided.class::isInstance)
                .map(Decided.class::cast)
                .toList();
        assertEquals(1, decided.size());
        var logits = decided.getFirst().logits();
        assertEquals(3, logits.size());
        assertEquals(decided.getFirst().greatest(), logits.getFirst());
        assertTrue(logits.getFirst() > logits.get(1) && logits.getFirst() > logits.get(2), logits::toString);
        assertEquals(0, heard.end().tokens().generated());

        var reply = hear(GenerationRequest.of(question, ReplyStart.ANSWER).withConversation("decided"));
        assertEquals(engine.tokenize(question).length - 1, reply.end().tokens().cached());
        assertTrue(reply.answer().contains("Paris"), reply.answer());
    }

    @Test
    void refusesOptionsThatCannotBeToldApart() throws Exception {
        var heard = decide(new DecisionRequest(null, SUM.prompt(), List.of("yes", "no", "yes")));
        assertEquals(Code.BAD_REQUEST, heard.failure());
        assertThrows(IllegalArgumentException.class, () -> new DecisionRequest(null, SUM.prompt(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new DecisionRequest(null, SUM.prompt(), List.of("yes", "")));
        assertEquals(
                Code.BAD_REQUEST,
                decide(new DecisionRequest(null, new Prompt(List.of()), List.of("yes")))
                        .failure());
    }

    @Test
    void cancelsADecisionWhileItReadsThePrompt() throws Exception {
        var request =
                new DecisionRequest("long", DemoPrompts.answering("one two three ".repeat(900)), List.of("yes", "no"));
        var heard = hear(events -> engine.decide(request, events), (event, generation) -> {
            if (event instanceof PromptCounted) {
                generation.cancel();
            }
        });
        assertEquals(StopReason.CANCELLED, heard.end().reason());
        assertTrue(heard.events().stream().noneMatch(Decided.class::isInstance));
    }

    @Test
    void whatIsCancelledBeforeItBeginsLeavesTheCachesAsTheyWere() throws Exception {
        warm(SUM.prompt());
        var busy = engine.generate(COUNTING.withConversation("warmed"), _ -> {});
        var warming = engine.warm("other", SUM.prompt(), _ -> {});
        var decision = engine.decide(new DecisionRequest("other", SUM.prompt(), List.of("yes")), _ -> {});
        warming.cancel();
        decision.cancel();
        busy.cancel();
        assertEquals(StopReason.CANCELLED, warming.await().reason());
        assertEquals(StopReason.CANCELLED, decision.await().reason());
        assertEquals(0, warming.await().tokens().prompt());
    }

    @Test
    void saysThatNothingIsLoadedToWarmAndToDecide() throws Exception {
        loaded = false;
        engine.unload();
        assertEquals(Code.NO_MODEL, warm(SUM.prompt()).failure());
        assertEquals(
                Code.NO_MODEL,
                decide(new DecisionRequest(null, SUM.prompt(), List.of("yes"))).failure());
    }

    private Heard warm(Prompt prompt) throws InterruptedException {
        return warm(prompt, (_, _) -> {});
    }

    private Heard warm(Prompt prompt, Listener listener) throws InterruptedException {
        return hear(events -> engine.warm("warmed", prompt, events), listener);
    }

    private Heard decide(DecisionRequest request) throws InterruptedException {
        return hear(events -> engine.decide(request, events), (_, _) -> {});
    }
}
