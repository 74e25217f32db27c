package dev.ponder.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.ReplyBeginning;
import dev.ponder.chat.ReplyMode;
import dev.ponder.chat.ReplyOutcome;
import dev.ponder.chat.ReplyPart;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import dev.ponder.store.StoreFiles;
import dev.ponder.ui.transcript.MessageState;
import dev.ponder.ui.transcript.TranscriptMessage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationItemsTest {

    @TempDir
    private Path folder;

    private Store store;
    private Conversations conversations;

    @BeforeEach
    void open() throws Exception {
        store = Store.open(new StoreFiles(folder));
        conversations = Conversations.open(store);
    }

    @AfterEach
    void close() throws Exception {
        conversations.close();
        store.close();
    }

    @Test
    void aQuestionThatNothingAnswersSaysSo() throws Exception {
        var asked = ask();
        assertEquals(MessageState.UNANSWERED, last(asked, false).state());
    }

    @Test
    void aQuestionWhoseReplyIsAboutToBeginSaysNothing() throws Exception {
        var asked = ask();
        assertEquals(MessageState.COMPLETE, last(asked, true).state());
    }

    @Test
    void anAnsweredQuestionSaysNothing() throws Exception {
        var asked = ask();
        var reply = conversations.reply(
                asked.branch().getFirst().id(), ReplyBeginning.of("Demo", ReplyMode.of(false)), _ -> {});
        reply.append(ReplyPart.ANSWER, "So.");
        reply.finish(ReplyOutcome.interrupted()).get();
        var items = ConversationItems.of(conversations.find(asked.id()).orElseThrow(), Optional.empty(), false);
        assertEquals(
                MessageState.COMPLETE,
                assertInstanceOf(TranscriptMessage.class, items.getFirst()).state());
        assertEquals(
                MessageState.INTERRUPTED,
                assertInstanceOf(TranscriptMessage.class, items.getLast()).state());
    }

    @Test
    void everyForkCanBeWalkedThroughAlsoAtTheFirstQuestion() throws Exception {
        var asked = ask();
        var question = asked.branch().getFirst();
        reply(question.id());
        reply(question.id());
        var again = conversations.say(asked.id(), "And why?");
        reply(again.id());
        var changed = conversations.edit(again.id(), "And how?");
        reply(changed.id());
        assertEquals(List.of("1/1", "2/2", "2/2", "1/1"), positions(asked.id()));

        conversations.edit(question.id(), "When?");
        assertEquals(List.of("2/2"), positions(asked.id()));
        conversations.choose(question.id());
        assertEquals(List.of("1/2", "2/2", "2/2", "1/1"), positions(asked.id()));
        conversations.choose(again.id());
        assertEquals(List.of("1/2", "2/2", "1/2", "1/1"), positions(asked.id()));
    }

    private void reply(long question) throws Exception {
        var reply = conversations.reply(question, ReplyBeginning.of("Demo", ReplyMode.of(false)), _ -> {});
        reply.append(ReplyPart.ANSWER, "So.");
        reply.finish(ReplyOutcome.interrupted()).get();
    }

    private List<String> positions(long conversation) throws StoreException {
        return ConversationItems.of(conversations.find(conversation).orElseThrow(), Optional.empty(), true).stream()
                .map(TranscriptMessage.class::cast)
                .map(item -> item.siblings().position() + "/" + item.siblings().count())
                .toList();
    }

    private static TranscriptMessage last(Conversation conversation, boolean replying) {
        return assertInstanceOf(
                TranscriptMessage.class,
                ConversationItems.of(conversation, Optional.empty(), replying).getLast());
    }

    private Conversation ask() throws StoreException {
        var made = conversations.create(ConversationSettings.of(ThinkingChoice.ON, "demo"));
        conversations.say(made.id(), "Why?");
        return conversations.find(made.id()).orElseThrow();
    }
}
