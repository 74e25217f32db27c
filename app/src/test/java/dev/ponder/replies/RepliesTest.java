package dev.ponder.replies;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.app.Ponder;
import dev.ponder.app.PonderPaths;
import dev.ponder.chat.ContextPlan;
import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Message;
import dev.ponder.chat.MessageState;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.chat.TitledBy;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.host.EngineSupervisor;
import dev.ponder.session.ModelState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replies of the demo model, through the real engine process, in the real store. */
class RepliesTest {
    private static final Duration DEADLINE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final HeardReplies heard = new HeardReplies();
    private Ponder ponder;
    private long chat;

    @BeforeEach
    void open() throws Exception {
        ponder = Ponder.open(new PonderPaths(folder), heard, _ -> {});
        ponder.models().load("demo");
        await(() -> ponder.models().state() instanceof ModelState.Ready);
        chat = conversation(ThinkingChoice.ON);
    }

    @AfterEach
    void close() {
        ponder.close();
    }

    @Test
    void aThoughtAndItsAnswerAreKept() throws Exception {
        ponder.replies().send(chat, "What is 345 + 678?");
        var reply = ended();
        assertEquals("345 + 678 = 1023", reply.text().content());
        assertTrue(reply.text().reasoning().contains("carry"), reply.text().reasoning());
        assertEquals(MessageState.COMPLETE, reply.state());
        assertEquals(
                reply, ponder.conversations().find(chat).orElseThrow().branch().getLast());
    }

    @Test
    void withThinkingOffThereIsNoThought() throws Exception {
        ponder.replies().send(conversation(ThinkingChoice.OFF), "What is the capital of Peru?");
        var reply = ended();
        assertEquals("", reply.text().reasoning());
        assertTrue(reply.text().content().contains("Lima"), reply.text().content());
    }

    @Test
    void theLedgerIsWhatTheEngineCounts() throws Exception {
        for (var question : new String[] {"My name is Ann.", "What is 12 + 30?", "What is my name?"}) {
            ponder.replies().send(chat, question);
            var _ = ended();
            var counted = heard.events(GenerationEvent.PromptCounted.class).getLast();
            var plan = (ContextPlan.Ready) heard.plans().getLast();
            assertEquals(plan.ledger().promptTokens(), counted.promptTokens());
        }
    }

    @Test
    void theAccountOfAnOpenedConversationIsTheOneThatItsLastReplyLeft() throws Exception {
        for (var question : new String[] {"My name is Ann.", "What is 12 + 30?"}) {
            ponder.replies().send(chat, question);
            var _ = ended();
        }
        await(() -> !ponder.replies().isBusy());
        var left = heard.used().getLast();
        assertEquals(left, ponder.replies().account(chat, () -> true).orElseThrow());

        ponder.contextUse().measure(chat);
        await(() -> heard.used().size() == 3);
        assertEquals(left, heard.used().getLast());
    }

    @Test
    void anEmptyConversationTakesNothing() throws Exception {
        var account = ponder.replies().account(chat, () -> true).orElseThrow();
        assertEquals(0, account.promptTokens());
        assertTrue(account.contextSize() > 0);
    }

    @Test
    void countingEndsWhenNobodyWantsItAnyMore() throws Exception {
        ponder.replies().send(chat, "What is 12 + 30?");
        var _ = ended();
        await(() -> !ponder.replies().isBusy());
        assertThrows(CancellationException.class, () -> ponder.replies().account(chat, () -> false));
    }

    @Test
    void aConversationRemembersTheModelThatRepliedLast() throws Exception {
        long other = ponder.conversations()
                .create(ConversationSettings.of(ThinkingChoice.OFF, "/models/another.gguf"))
                .id();
        ponder.replies().send(other, "What is the capital of Peru?");
        var _ = ended();
        assertEquals(
                "demo",
                ponder.conversations().find(other).orElseThrow().settings().model());
    }

    @Test
    void whatWasStoppedStaysAndGoesOnWhereItWas() throws Exception {
        heard.on(
                event -> event instanceof GenerationEvent.AnswerText,
                () -> ponder.replies().stop());
        ponder.replies().send(conversation(ThinkingChoice.OFF), "Count from 1 to 40.");
        var cut = ended();
        assertEquals(MessageState.INTERRUPTED, cut.state());
        assertFalse(cut.text().content().isEmpty());

        ponder.replies().resume(cut.id());
        var whole = ended();
        assertEquals(cut.id(), whole.id());
        assertEquals(MessageState.COMPLETE, whole.state());
        assertTrue(
                whole.text().content().startsWith(cut.text().content()),
                whole.text().content());
        assertTrue(whole.text().content().contains("39, 40"), whole.text().content());
    }

    @Test
    void aRetryIsASiblingAndAnEditABranch() throws Exception {
        ponder.replies().send(chat, "What is 2 + 3?");
        var first = ended();
        ponder.replies().retry(first.id());
        var second = ended();
        assertEquals(first.parent(), second.parent());

        var question = ponder.conversations().find(chat).orElseThrow().branch().getFirst();
        ponder.replies().edit(question.id(), "What is 4 + 5?");
        assertTrue(ended().text().content().contains("9"));
        var branch = ponder.conversations().find(chat).orElseThrow().branch();
        assertEquals(2, branch.size());
        assertEquals("What is 4 + 5?", branch.getFirst().text().content());
    }

    @Test
    void aDeadEngineLeavesWhatWasSaidAndTheNextReplyWorks() throws Exception {
        long pid = ((EngineSupervisor) ponder.engine()).pid().orElseThrow();
        heard.on(
                event -> event instanceof GenerationEvent.AnswerText,
                () -> ProcessHandle.of(pid).orElseThrow().destroyForcibly());
        ponder.replies().send(conversation(ThinkingChoice.OFF), "Count from 1 to 200.");
        var cut = ended();
        assertEquals(MessageState.FAILED, cut.state());
        assertTrue(cut.text().content().startsWith("1"), cut.text().content());

        ponder.replies().send(chat, "What is 345 + 678?");
        assertEquals("345 + 678 = 1023", ended().text().content());
    }

    @Test
    void aTitleIsWrittenOnceNobodyWaits() throws Exception {
        ponder.replies().send(chat, "What is 345 + 678?");
        var _ = ended();
        await(() -> !title().isEmpty());
        var summary = ponder.conversations().find(chat).orElseThrow().summary();
        assertEquals(TitledBy.MODEL, summary.titledBy());
        assertTrue(summary.title().contains("345"), summary.title());
        assertFalse(summary.title().contains("carry"), summary.title());
    }

    @Test
    void aSecondQuestionWaitsForTheFirstReply() throws Exception {
        ponder.replies().send(chat, "Think hard about: is 1009 prime?");
        assertThrows(EngineException.class, () -> ponder.replies().send(chat, "And 1013?"));
        assertTrue(ended().text().content().startsWith("Yes"));
    }

    @Test
    void aQuestionStaysWhereNoModelCanAnswerIt() throws Exception {
        ponder.models().load("no-such-model");
        await(() -> ponder.models().state() instanceof ModelState.Failed);
        ponder.replies().send(chat, "Is anybody there?");
        assertEquals(1, heard.refusals().size());
        var said = ponder.conversations().find(chat).orElseThrow().branch();
        assertEquals("Is anybody there?", said.getLast().text().content());
        assertFalse(ponder.replies().isBusy());
    }

    @Test
    void anEngineThatEndedBetweenTwoQuestionsIsReplaced() throws Exception {
        long pid = ((EngineSupervisor) ponder.engine()).pid().orElseThrow();
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        ponder.replies().send(chat, "What is 345 + 678?");
        assertEquals("345 + 678 = 1023", ended().text().content());
    }

    @Test
    void whatDoesNotFitIsAskedAboutAndNothingIsGenerated() throws Exception {
        ponder.replies().send(chat, "apple ".repeat(4000));
        await(() -> heard.contextFull());
        assertFalse(ponder.replies().isBusy());
        assertEquals(1, ponder.conversations().find(chat).orElseThrow().branch().size());
    }

    private long conversation(ThinkingChoice thinking) throws Exception {
        return ponder.conversations()
                .create(ConversationSettings.of(thinking, "demo"))
                .id();
    }

    private String title() {
        try {
            return ponder.conversations().find(chat).orElseThrow().summary().title();
        } catch (dev.ponder.store.StoreException e) {
            throw new AssertionError(e);
        }
    }

    private Message ended() throws InterruptedException {
        return heard.nextEnd(DEADLINE);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited too long");
            java.util.concurrent.locks.LockSupport.parkNanos(5_000_000);
        }
    }
}
