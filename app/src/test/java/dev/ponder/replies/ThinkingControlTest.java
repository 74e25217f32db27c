package dev.ponder.replies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.Message;
import dev.ponder.chat.MessageState;
import dev.ponder.chat.ReplyFacts;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.chat.ThoughtCourse.Grant;
import dev.ponder.chat.ThoughtOrigin;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.LandedBy;
import dev.ponder.qwen.ThinkingBudget;
import dev.ponder.thinking.Budget;
import dev.ponder.thinking.Decision;
import dev.ponder.thinking.Decision.By;
import dev.ponder.thinking.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user can do about thinking, on the demo model. */
class ThinkingControlTest {
    private static final String HARD = "Think hard about: is 1009 prime?";

    @TempDir
    private Path folder;

    private Talk talk;

    @BeforeEach
    void open() throws Exception {
        talk = new Talk(folder);
    }

    @AfterEach
    void close() {
        talk.close();
    }

    @Test
    void aThoughtLandsAtItsBudgetAndIsAnswered() throws Exception {
        long chat = talk.chat(ThinkingChoice.ON, settings -> settings.withBudget(new Budget(40)));
        var reply = talk.say(chat, HARD);
        assertEquals(MessageState.COMPLETE, reply.state());
        assertTrue(
                reply.text().reasoning().endsWith(ThinkingBudget.SENTENCE),
                reply.text().reasoning());
        assertFalse(reply.text().content().isBlank());
        var course = facts(reply).thought();
        assertEquals(new Grant(new Budget(40), 40), course.grant());
        var landing = Objects.requireNonNull(course.landing());
        assertEquals(LandedBy.BUDGET, landing.by());
        assertTrue(landing.at() >= 40 && landing.at() <= 80, "landed at " + landing.at());
        assertEquals(reply, talk.message(reply.id()));
    }

    @Test
    void aBudgetThatDoesNotFitIsLoweredAndTheLedgerSaysSo() throws Exception {
        long chat = talk.chat(ThinkingChoice.ON, settings -> settings.withBudget(new Budget(16_384)));
        var reply = talk.say(chat, "What is 345 + 678?");
        var grant = Objects.requireNonNull(facts(reply).thought().grant());
        assertTrue(grant.isLowered());
        var ledger = talk.heard.plans().getLast().ledger();
        assertEquals(0, ledger.free());
        assertEquals(
                ledger.contextSize() - ledger.promptTokens() - ledger.reservedForAnswer(),
                ledger.reservedForThinking());
        assertTrue(grant.granted() <= ledger.reservedForThinking(), grant + " of " + ledger);
        assertEquals("345 + 678 = 1023", reply.text().content());
    }

    @Test
    void withABudgetOfNoneTheModelAnswersAtOnce() throws Exception {
        long chat = talk.chat(ThinkingChoice.ON, settings -> settings.withBudget(Budget.NONE));
        var reply = talk.say(chat, "What is the capital of Peru?");
        assertEquals("", reply.text().reasoning());
        assertEquals(
                Decision.of(false, By.RULES, Reason.BUDGET), facts(reply).mode().decision());
    }

    @Test
    void answerNowBringsTheAnswer() throws Exception {
        long chat = talk.chat(ThinkingChoice.ON);
        after(30, ReasoningText.class::isInstance, () -> talk.replies().answerNow());
        var reply = talk.say(chat, HARD);
        assertEquals(MessageState.COMPLETE, reply.state());
        assertEquals(
                LandedBy.USER,
                Objects.requireNonNull(facts(reply).thought().landing()).by());
        assertTrue(reply.text().reasoning().endsWith(ThinkingBudget.SENTENCE));
        assertFalse(reply.text().content().isBlank());
    }

    @Test
    void aStoppedThoughtCanBeAnsweredFrom() throws Exception {
        var stopped = stoppedThought();
        talk.replies().answerFromThoughts(stopped.id());
        var reply = talk.ended();
        assertEquals(stopped.id(), reply.id());
        assertEquals(MessageState.COMPLETE, reply.state());
        assertTrue(reply.text().reasoning().startsWith(stopped.text().reasoning()));
        assertTrue(reply.text().reasoning().endsWith(ThinkingBudget.SENTENCE));
        assertFalse(reply.text().content().isBlank());
        var facts = facts(reply);
        var landing = Objects.requireNonNull(facts.thought().landing());
        assertEquals(LandedBy.USER, landing.by());
        assertEquals(Objects.requireNonNull(facts(stopped).figures()).reasoningTokens(), landing.at());
        assertEquals(landing.at(), Objects.requireNonNull(facts.figures()).reasoningTokens());
    }

    @Test
    void aStoppedThoughtCanGoOnToTheSameEnd() throws Exception {
        var whole = talk.say(talk.chat(ThinkingChoice.ON), HARD);
        var stopped = stoppedThought();
        talk.replies().resume(stopped.id());
        var reply = talk.ended();
        assertEquals(whole.text(), reply.text());
    }

    @Test
    void aNewAnswerFromTheSameThoughtsCostsNoThought() throws Exception {
        long chat = talk.chat(ThinkingChoice.ON);
        var first = talk.say(chat, "What is 345 + 678?");
        talk.replies().newAnswer(first.id());
        var second = talk.ended();
        assertEquals(first.parent(), second.parent());
        assertNotEquals(first.id(), second.id());
        assertEquals(first.text(), second.text());
        assertEquals(ThoughtOrigin.SAME, facts(second).mode().origin());
        assertEquals(0, Objects.requireNonNull(facts(second).figures()).reasoningTokens());
        assertTrue(facts(second).thought().closed());
    }

    @Test
    void aNewAnswerFromAStoppedThoughtLandsIt() throws Exception {
        var stopped = stoppedThought();
        talk.replies().newAnswer(stopped.id());
        var reply = talk.ended();
        assertNotEquals(stopped.id(), reply.id());
        assertTrue(reply.text().reasoning().startsWith(stopped.text().reasoning()));
        assertTrue(reply.text().reasoning().endsWith(ThinkingBudget.SENTENCE));
        assertFalse(reply.text().content().isBlank());
        assertEquals(stopped, talk.message(stopped.id()), "the stopped one stays as it is");
    }

    @Test
    void editedThoughtsAreGoneOnFrom() throws Exception {
        long chat = talk.chat(ThinkingChoice.ON);
        var first = talk.say(chat, "What is 345 + 678?");
        int carry = first.text().reasoning().indexOf("Tens:");
        var edited = first.text().reasoning().substring(0, carry).replace("345", "445");
        talk.replies().editThoughts(first.id(), edited);
        var second = talk.ended();
        assertTrue(
                second.text().reasoning().startsWith(edited.strip()),
                second.text().reasoning());
        assertTrue(second.text().reasoning().length() > edited.length());
        assertFalse(second.text().content().isBlank());
        assertEquals(ThoughtOrigin.EDITED, facts(second).mode().origin());
    }

    @Test
    void redoingGoesTheOtherWayAndBack() throws Exception {
        long chat = talk.chat(ThinkingChoice.AUTO);
        var thought = talk.say(chat, "What is 84 × 58?");
        assertEquals(
                Decision.of(true, By.RULES, Reason.MATHS), facts(thought).mode().decision());
        assertEquals(ThinkingChoice.AUTO, facts(thought).mode().asked());
        assertFalse(thought.text().reasoning().isEmpty());

        talk.replies().redo(thought.id());
        var direct = talk.ended();
        assertEquals(thought.parent(), direct.parent());
        assertEquals("", direct.text().reasoning());
        assertEquals(
                Decision.of(false, By.USER, Reason.REDONE), facts(direct).mode().decision());

        talk.replies().redo(direct.id());
        assertEquals(thought.text(), talk.ended().text());
    }

    @Test
    void autoTellsWhatItDecidedAndAnswersAGreetingAtOnce() throws Exception {
        var reply = talk.say(talk.chat(ThinkingChoice.AUTO), "Hey there!");
        assertEquals("", reply.text().reasoning());
        var decision = Decision.of(false, By.RULES, Reason.GREETING);
        assertEquals(decision, facts(reply).mode().decision());
        assertEquals(List.of(decision), talk.heard.decisions());
    }

    @Test
    void aTypedSwitchWinsOverTheControl() throws Exception {
        var off = talk.say(talk.chat(ThinkingChoice.ON), "What is 84 × 58? /no_think");
        assertEquals("", off.text().reasoning());
        var on = talk.say(talk.chat(ThinkingChoice.OFF), "What is the capital of Peru? /think");
        assertFalse(on.text().reasoning().isEmpty());
        assertEquals(Decision.of(true, By.USER, Reason.TYPED), facts(on).mode().decision());
    }

    @Test
    void whereTheRulesAreUnsureTheModelIsAskedAndAReplyFollows() throws Exception {
        var reply = talk.say(talk.chat(ThinkingChoice.AUTO), "Wisdom surfing for guitar and a lamp");
        var decision = Objects.requireNonNull(facts(reply).mode().decision());
        assertTrue(decision.reason() == Reason.MODEL || decision.reason() == Reason.UNSURE, decision.toString());
        assertEquals(decision.thinks(), !reply.text().reasoning().isEmpty());
        assertFalse(reply.text().content().isBlank());
        // the reply's own prompt was computed but for its end
        var counted = talk.heard.events(GenerationEvent.PromptCounted.class);
        assertEquals(2, counted.size());
        assertTrue(counted.getLast().cachedTokens() > 0, counted.toString());
    }

    @Test
    void aQuestionCanBeStoppedWhileTheModelIsAsked() throws Exception {
        long chat = talk.chat(ThinkingChoice.AUTO);
        talk.heard.on(
                GenerationEvent.PromptCounted.class::isInstance,
                () -> talk.replies().stop());
        var reply = talk.say(chat, "wisdom ".repeat(900));
        assertEquals(MessageState.INTERRUPTED, reply.state());
        assertNull(facts(reply).mode().decision());
        assertFalse(talk.replies().isBusy());
        assertTrue(talk.replies().goOn(chat));
        var rest = talk.ended();
        assertEquals(reply.id(), rest.id());
        assertEquals(MessageState.COMPLETE, rest.state());
        assertNotNull(facts(rest).mode().decision());
    }

    @Test
    void autoKeepsWithinTheTimeThatIsGranted() throws Exception {
        // the demo model is far too fast for whole seconds, so a slow one is remembered
        long chat = talk.chat(ThinkingChoice.AUTO);
        talk.ponder.settings().update(now -> now.withThinking(now.thinking().withAnswerWithinSeconds(1)));
        var first = talk.say(chat, "What is 84 × 58?");
        assertTrue(facts(first).thinking(), "nothing was measured before");
        talk.ponder
                .store()
                .write(connection -> dev.ponder.store.Sql.update(
                        connection,
                        "UPDATE messages SET reasoning_ms = generated_tokens * 100, answer_ms = 0 WHERE id = ?",
                        first.id()));
        var second = talk.say(chat, "What is 84 × 59?");
        assertEquals(
                new Decision(false, By.RULES, Reason.TIME, List.of("1")),
                facts(second).mode().decision());
        assertEquals("", second.text().reasoning());
        talk.ponder.settings().update(now -> now.withThinking(now.thinking().withAnswerWithinSeconds(60)));
        var third = talk.say(chat, "What is 84 × 57?");
        assertTrue(facts(third).thinking());
        int asked =
                Objects.requireNonNull(facts(third).thought().grant()).asked().tokens();
        assertTrue(asked > 128 && asked < 4_096, "capped at " + asked);
    }

    @Test
    void theTwoRepliesOfAComparisonComeOneAfterTheOther() throws Exception {
        long chat = talk.chat(ThinkingChoice.ON);
        var first = talk.say(chat, "What is 84 × 58?");
        long question = Objects.requireNonNull(first.parent());
        talk.replies().compare(question);
        var last = talk.ended();
        var conversation = talk.conversation(chat);
        var comparison = conversation.comparisons().getFirst();
        assertTrue(comparison.isWhole());
        var direct = conversation.messages().get(Objects.requireNonNull(comparison.direct()));
        var thinking = conversation.messages().get(Objects.requireNonNull(comparison.thinking()));
        assertEquals(last, thinking);
        assertEquals("", direct.text().reasoning());
        assertTrue(thinking.text().reasoning().length() > 20);
        assertEquals(List.of(question, question), List.of(direct.parent(), thinking.parent()));
        for (var half : List.of(direct, thinking)) {
            assertNotNull(facts(half).figures());
            assertEquals(
                    Reason.COMPARED,
                    Objects.requireNonNull(facts(half).mode().decision()).reason());
        }
        talk.replies().keep(direct.id());
        conversation = talk.conversation(chat);
        assertEquals(direct.id(), conversation.leaf());
        assertEquals(direct.id(), conversation.comparisons().getFirst().kept());
    }

    @Test
    void aComparisonThatWasStoppedIsFinishedLater() throws Exception {
        long chat = talk.chat(ThinkingChoice.OFF);
        var first = talk.say(chat, "Count from 1 to 60.");
        after(8, AnswerText.class::isInstance, () -> talk.replies().stop());
        talk.replies().compare(Objects.requireNonNull(first.parent()));
        var cut = talk.ended();
        assertEquals(MessageState.INTERRUPTED, cut.state());
        assertFalse(talk.conversation(chat).comparisons().getFirst().isWhole());
        assertTrue(talk.replies().goOn(chat));
        var last = talk.ended();
        var conversation = talk.conversation(chat);
        var comparison = conversation.comparisons().getFirst();
        assertEquals(cut.id(), comparison.direct());
        assertEquals(last.id(), comparison.thinking());
        assertEquals(
                first.text().content(),
                conversation.messages().get(cut.id()).text().content());
        assertFalse(talk.replies().goOn(chat), "nothing is left");
    }

    private Message stoppedThought() throws Exception {
        after(60, ReasoningText.class::isInstance, () -> talk.replies().stop());
        var stopped = talk.say(talk.chat(ThinkingChoice.ON), HARD);
        assertEquals(MessageState.INTERRUPTED, stopped.state());
        assertEquals("", stopped.text().content());
        assertFalse(stopped.text().reasoning().isBlank());
        return stopped;
    }

    private void after(int times, Predicate<GenerationEvent> what, Runnable action) {
        var left = new AtomicInteger(times);
        talk.heard.on(event -> what.test(event) && left.decrementAndGet() == 0, action);
    }

    private static ReplyFacts facts(Message reply) {
        return Objects.requireNonNull(reply.reply());
    }
}
