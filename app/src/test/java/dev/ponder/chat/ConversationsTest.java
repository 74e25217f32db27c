package dev.ponder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.Sampling;
import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import dev.ponder.store.StoreFiles;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversationsTest {

    private static final ConversationSettings ON = ConversationSettings.of(ThinkingChoice.ON, "demo");

    @TempDir
    private Path folder;

    private final SteppingClock clock = new SteppingClock();
    private Store store;
    private Conversations conversations;

    @BeforeEach
    void open() throws StoreException {
        store = Store.open(new StoreFiles(folder));
        conversations = Conversations.open(store, clock);
    }

    @AfterEach
    void close() throws StoreException {
        conversations.close();
        store.close();
    }

    @Test
    void keepsEverythingOverARestart() throws Exception {
        var sampling = new Sampling(0.7, 20, 0.8, 0.05, 1.5, 0.25, 1.1, 42);
        var settings = ON.withSystemPrompt("Be brief.")
                .withSampling(sampling)
                .withOverflow(OverflowPolicy.DROP_OLDEST)
                .withThinking(ThinkingChoice.AUTO);
        long id = conversations.create(settings).id();
        conversations.say(id, "Hello 你好 👋\u0000!");
        conversations.keepDraft(id, "half a though");
        conversations.pin(id, true);
        var before = find(id);
        close();
        open();
        var after = find(id);
        assertEquals(settings, after.settings());
        assertEquals("half a though", after.draft());
        assertTrue(after.summary().pinned());
        assertEquals(before.branch(), after.branch());
        assertEquals("Hello 你好 👋\u0000!", after.branch().getFirst().text().content());
    }

    @Test
    void twoConversationsKeepTheirThinkingApart() throws Exception {
        long one = conversations.create(ON).id();
        long other = conversations.create(ON).id();
        conversations.setThinking(other, ThinkingChoice.OFF);
        assertEquals(ThinkingChoice.ON, find(one).settings().thinking());
        assertEquals(ThinkingChoice.OFF, find(other).settings().thinking());
    }

    @Test
    void sayingSomethingDropsTheDraft() throws Exception {
        long id = conversations.create(ON).id();
        conversations.keepDraft(id, "Hel");
        conversations.say(id, "Hello");
        assertEquals("", find(id).draft());
    }

    @Test
    void theListHasTheLatestFirst() throws Exception {
        long one = conversations.create(ON).id();
        long two = conversations.create(ON).id();
        assertEquals(List.of(two, one), ids(conversations.list()));
        conversations.say(one, "  Again,\n  please  ");
        assertEquals(List.of(one, two), ids(conversations.list()));
        assertEquals("Again, please", conversations.list().getFirst().opening());
        conversations.keepDraft(two, "a draft is nothing said");
        assertEquals(List.of(one, two), ids(conversations.list()));
    }

    @Test
    void aDeletedConversationComesBackAsItWas() throws Exception {
        long id = conversations.create(ON).id();
        conversations.say(id, "Precious");
        var before = find(id);
        conversations.delete(id);
        assertEquals(List.of(), conversations.list());
        assertEquals(List.of(id), ids(conversations.trash()));
        conversations.undelete(id);
        assertEquals(List.of(id), ids(conversations.list()));
        assertEquals(List.of(), conversations.trash());
        assertEquals(before.branch(), find(id).branch());
        assertEquals(before.summary(), find(id).summary());
    }

    @Test
    void onlyOldTrashIsPurged() throws Exception {
        long old = conversations.create(ON).id();
        conversations.say(old, "Old");
        conversations.delete(old);
        clock.skip(Duration.ofDays(30));
        long young = conversations.create(ON).id();
        conversations.delete(young);
        assertEquals(1, conversations.purgeTrash(clock.instant().minus(Duration.ofDays(29))));
        assertEquals(List.of(young), ids(conversations.trash()));
        assertTrue(conversations.find(old).isEmpty());
        int left = store.read(connection -> MessageTable.of(connection, old).size());
        assertEquals(0, left, "its messages went with it");
    }

    @Test
    void theModelNeverChangesAUsersTitle() throws Exception {
        long id = conversations.create(ON).id();
        assertTrue(conversations.suggestTitle(id, "Greeting"));
        assertTrue(conversations.suggestTitle(id, "A greeting"));
        conversations.rename(id, " Mine ");
        assertFalse(conversations.suggestTitle(id, "Theirs"));
        assertEquals("Mine", find(id).summary().title());
        conversations.rename(id, "");
        assertTrue(conversations.suggestTitle(id, "Free again"));
        assertEquals(TitledBy.MODEL, find(id).summary().titledBy());
    }

    @Test
    void editingAQuestionBeginsABranchAndKeepsTheOther() throws Exception {
        long id = conversations.create(ON).id();
        var first = conversations.say(id, "How many r in strawberry?");
        answer(first, "Three.");
        var edited = conversations.edit(first.id(), "How many r in raspberry?");
        assertEquals(List.of("How many r in raspberry?"), texts(find(id)));
        answer(edited, "Three, too.");
        assertEquals(List.of("How many r in raspberry?", "Three, too."), texts(find(id)));
        assertEquals(
                first.id(),
                find(id).messages()
                        .siblings(edited.id())
                        .previous()
                        .orElseThrow()
                        .id());

        conversations.choose(first.id());
        assertEquals(List.of("How many r in strawberry?", "Three."), texts(find(id)));
    }

    @Test
    void retryingAddsASiblingToWalkTo() throws Exception {
        long id = conversations.create(ON).id();
        var question = conversations.say(id, "Say a number");
        var one = answer(question, "1");
        var two = answer(question, "2");
        var three = answer(question, "3");
        assertEquals(List.of("Say a number", "3"), texts(find(id)));
        conversations.choose(two.id());
        var siblings = find(id).messages().siblings(two.id());
        assertEquals(3, siblings.all().size());
        assertEquals(1, siblings.index());
        assertEquals(one, siblings.previous().orElseThrow());
        assertEquals(three, siblings.next().orElseThrow());
        assertEquals(List.of("Say a number", "2"), texts(find(id)));
    }

    @Test
    void choosingABranchGoesToItsLatestEnd() throws Exception {
        long id = conversations.create(ON).id();
        var question = conversations.say(id, "a");
        answer(question, "b");
        var follow = conversations.say(id, "c");
        answer(follow, "d");
        answer(follow, "e");
        answer(question, "other");
        conversations.choose(follow.id());
        assertEquals(List.of("a", "b", "c", "e"), texts(find(id)));
    }

    @Test
    void aSnapshotCanBeCarriedOnWithoutReading() throws Exception {
        var conversation = conversations.create(ON);
        assertNull(conversation.leaf());
        var question = conversations.say(conversation.id(), "a");
        var reply = answer(question, "b");
        var carried = conversation.with(question).with(reply);
        assertEquals(find(conversation.id()).branch(), carried.branch());
        assertEquals(List.of(), conversation.branch(), "the snapshot itself never changes");
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        assertThrows(NoSuchElementException.class, () -> conversations.rename(77, "x"));
        assertThrows(NoSuchElementException.class, () -> conversations.say(77, "x"));
        assertThrows(NoSuchElementException.class, () -> conversations.edit(77, "x"));
        assertThrows(
                NoSuchElementException.class,
                () -> conversations.reply(77, ReplyBeginning.of("demo", ReplyMode.of(true)), _ -> {}));
    }

    private Message answer(Message question, String text) throws Exception {
        var reply = conversations.reply(question.id(), ReplyBeginning.of("demo", ReplyMode.of(true)), _ -> {});
        reply.append(ReplyPart.ANSWER, text);
        return reply.finish(Outcomes.complete()).get();
    }

    private Conversation find(long id) throws StoreException {
        return conversations.find(id).orElseThrow();
    }

    private static List<String> texts(Conversation conversation) {
        return conversation.branch().stream()
                .map(message -> message.text().content())
                .toList();
    }

    private static List<Long> ids(List<ConversationSummary> list) {
        return list.stream().map(ConversationSummary::id).toList();
    }
}
