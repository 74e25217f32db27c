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
