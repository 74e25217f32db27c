package dev.ponder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.Eventually;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.qwen.ToolCall;
import dev.ponder.store.Sql;
import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import dev.ponder.store.StoreFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplyInProgressTest {

    @TempDir
    private Path folder;

    private final ConcurrentLinkedQueue<StoreException> troubles = new ConcurrentLinkedQueue<>();
    private Store store;
    private Conversations conversations;
    private long conversation;
    private Message question;

    @BeforeEach
    void ask() throws StoreException {
        open();
        conversation = conversations
                .create(ConversationSettings.of(ThinkingChoice.ON, "demo"))
                .id();
        question = conversations.say(conversation, "Why?");
    }

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    @Test
    void textIsOnTheDiskWhileTheReplyGoesOn() throws Exception {
        var reply = begin();
        reply.append(ReplyPart.REASONING, "Let me ");
        reply.append(ReplyPart.REASONING, "think.");
        Eventually.holds("the thought is journaled", () -> journaled().equals("REASONING:Let me think."));
        reply.append(ReplyPart.ANSWER, "Because.");
        Eventually.holds(
                "the answer is journaled", () -> journaled().equals("REASONING:Let me think. ANSWER:Because."));
    }

    @Test
    void aFinishedReplyIsAWholeMessage() throws Exception {
        var reply = begin();
        reply.append(ReplyPart.REASONING, "Hm.");
        reply.append(ReplyPart.ANSWER, "Because.");
        var calls = List.of(ToolCall.ofText("look", "{\"at\": \"the \\\"sky\\\"\"}"));
        var finished = reply.finish(Outcomes.complete().withToolCalls(calls)).get();
        assertEquals(finished, stored(reply));
        assertEquals(new MessageText("Because.", "Hm.", calls), finished.text());
        assertEquals(MessageState.COMPLETE, finished.state());
        assertEquals(
                new ReplyFacts("demo", ReplyMode.of(true), ThoughtCourse.NONE, Outcomes.FIGURES, StopReason.STOP, null),
                finished.reply());
        assertEquals("", journaled());
    }

    @Test
    void aReplyThatACrashCutOffIsInterruptedAndKeepsItsText() throws Exception {
        var reply = begin();
        reply.append(ReplyPart.REASONING, "Let me think.");
        reply.append(ReplyPart.ANSWER, "Becau");
        Eventually.holds("it is journaled", () -> journaled().endsWith("ANSWER:Becau"));
        restart();
        var found = stored(reply);
        assertEquals(MessageState.INTERRUPTED, found.state());
        assertEquals(new MessageText("Becau", "Let me think.", List.of()), found.text());
        assertNull(facts(found).figures(), "nobody counted to the end");
        assertEquals("", journaled());
    }

    @Test
    void anInterruptedReplyGoesOnWhereItStopped() throws Exception {
        var reply = begin();
        reply.append(ReplyPart.REASONING, "Let me");
        reply.finish(Outcomes.of(StopReason.CANCELLED)).get();
        var resumed = conversations.resume(reply.message().id(), troubles::add);
        resumed.append(ReplyPart.REASONING, " think.");
        resumed.append(ReplyPart.ANSWER, "Because.");
        var finished = resumed.finish(Outcomes.complete()).get();
        assertEquals(new MessageText("Because.", "Let me think.", List.of()), finished.text());
        var figures = facts(finished).figures();
        assertNotNull(figures);
        assertEquals(2 * Outcomes.FIGURES.reasoningTokens(), figures.reasoningTokens());
        assertEquals(Outcomes.FIGURES.promptTokens(), figures.promptTokens());
        assertEquals(
                2, conversations.find(conversation).orElseThrow().messages().size());
    }

    @Test
    void aResumedReplyThatACrashCutOffKeepsBothParts() throws Exception {
        var reply = begin();
        reply.append(ReplyPart.ANSWER, "One, ");
        reply.finish(Outcomes.of(StopReason.CANCELLED)).get();
        var resumed = conversations.resume(reply.message().id(), troubles::add);
        resumed.append(ReplyPart.ANSWER, "two");
        Eventually.holds("it is journaled", () -> journaled().equals("ANSWER:two"));
        restart();
        assertEquals("One, two", stored(reply).text().content());
    }

    @Test
    void closingKeepsARunningReplyAsInterrupted() throws Exception {
        var reply = begin();
        reply.append(ReplyPart.ANSWER, "Beca");
        conversations.close();
        assertEquals(MessageState.INTERRUPTED, stored(reply).state());
        assertEquals("Beca", stored(reply).text().content());
        assertTrue(reply.isSettled());
    }

    @Test
    void aFailedReplySaysWhyAndKeepsItsText() throws Exception {
        var reply = begin();
        reply.append(ReplyPart.ANSWER, "Beca");
        reply.finish(Outcomes.of(StopReason.ERROR).withError("The engine stopped."))
                .get();
        var found = stored(reply);
        assertEquals(MessageState.FAILED, found.state());
        assertEquals("The engine stopped.", facts(found).error());
        assertEquals("Beca", found.text().content());
    }

    @Test
    void aFullDiskIsToldAndJournalingGoesOnOnceThereIsRoom() throws Exception {
        var reply = begin();
        reply.append(ReplyPart.ANSWER, "before ");
        Eventually.holds("it is journaled", () -> journaled().equals("ANSWER:before "));
        limitPages(0);
        var big = "big ".repeat(20_000);
        reply.append(ReplyPart.ANSWER, big);
        Eventually.holds("the trouble is told", () -> !troubles.isEmpty());
        assertInstanceOf(StoreException.DiskFull.class, troubles.peek());
        reply.append(ReplyPart.ANSWER, "after");
        var end = reply.finish(Outcomes.complete());
        assertFalse(end.isDone());
        limitPages(100_000);
        assertEquals("before " + big + "after", end.get().text().content());
        assertEquals("before " + big + "after", stored(reply).text().content());
    }

    @Test
    void nothingIsAddedAfterTheEnd() throws Exception {
        var reply = begin();
        reply.finish(Outcomes.complete()).get();
        assertThrows(IllegalStateException.class, () -> reply.append(ReplyPart.ANSWER, "too late"));
        assertThrows(IllegalStateException.class, () -> reply.finish(Outcomes.complete()));
    }

    private ReplyInProgress begin() throws StoreException {
        return conversations.reply(question.id(), ReplyBeginning.of("demo", ReplyMode.of(true)), troubles::add);
    }

    private void open() throws StoreException {
        store = Store.open(new StoreFiles(folder));
        conversations = Conversations.open(store);
    }

    /** Leaves the replies as a crash would: nobody ends them. */
    private void restart() throws StoreException {
        store.close();
        open();
    }

    private Message stored(ReplyInProgress reply) throws StoreException {
        return conversations
                .find(conversation)
                .orElseThrow()
                .messages()
                .get(reply.message().id());
    }

    private static ReplyFacts facts(Message message) {
        var facts = message.reply();
        assertNotNull(facts);
        return facts;
    }

    private String journaled() throws StoreException {
        return store.read(connection -> String.join(" ", Sql.all(connection, """
                        SELECT part || ':' || group_concat(text, '' ORDER BY number) FROM reply_chunks
                        GROUP BY part ORDER BY min(number)
                        """, row -> row.getString(1))));
    }

    private void limitPages(int pages) throws StoreException {
        store.write(connection ->
                Sql.one(connection, "PRAGMA max_page_count = " + Math.max(1, pages), row -> row.getInt(1)));
    }
}
