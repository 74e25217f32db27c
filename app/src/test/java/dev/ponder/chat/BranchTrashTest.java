package dev.ponder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.search.Search;
import dev.ponder.search.SearchQuery;
import dev.ponder.store.Sql;
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

/** A version of a message is deleted with all that follows it, and comes back as it was. */
class BranchTrashTest {

    @TempDir
    private Path folder;

    private final SteppingClock clock = new SteppingClock();
    private Store store;
    private Conversations conversations;
    private BranchTrash trash;
    private long id;
    private long first;
    private long second;
    private long follow;

    /** One question with an answer, and another version of it with an answer and a second question. */
    @BeforeEach
    void open() throws StoreException {
        store = Store.open(new StoreFiles(folder));
        conversations = Conversations.open(store, clock);
        trash = conversations.branches();
        id = conversations
                .create(ConversationSettings.of(ThinkingChoice.ON, "demo"))
                .id();
        first = conversations.say(id, "Tell me of lighthouses").id();
        answer(first, "They are tall.");
        second = conversations.edit(first, "Tell me of windmills").id();
        long answered = answer(second, "They turn.");
        follow = conversations.say(id, "How fast?").id();
        assertEquals(List.of(second, answered, follow), ids());
    }

    @AfterEach
    void close() throws StoreException {
        conversations.close();
        store.close();
    }

    @Test
    void theVersionBesideIsShownAndWhatIsDeletedIsFoundNowhere() throws Exception {
        assertEquals(id, trash.delete(second));

        assertEquals(List.of("Tell me of lighthouses", "They are tall."), texts());
        assertEquals(1, find().messages().siblings(first).all().size());
        assertEquals(List.of(), found("windmills"));
        assertEquals(1, found("lighthouses").size());
        var archived = conversations.archive(id).orElseThrow();
        assertEquals(2, archived.messages().size(), "nor taken along");
        var branch = trash.list().getFirst();
        assertEquals(
                new TrashedBranch(second, id, "", "Tell me of windmills", 3, branch.trashed()),
                trash.list().getFirst());
        assertThrows(NoSuchElementException.class, () -> conversations.edit(second, "Tell me more"));
    }

    @Test
    void comesBackAsItWasAlsoAfterARestart() throws Exception {
        var before = find();
        trash.delete(second);
        close();
        store = Store.open(new StoreFiles(folder));
        conversations = Conversations.open(store, clock);
        trash = conversations.branches();

        assertEquals(id, trash.restore(second));

        assertEquals(before.branch(), find().branch());
        assertEquals(
                List.copyOf(before.messages().all()),
                List.copyOf(find().messages().all()));
        assertEquals(1, found("windmills").size());
        assertEquals(List.of(), trash.list());
    }

    @Test
    void whatIsNotShownIsDeletedBesideWhatIs() throws Exception {
        trash.delete(first);
        assertEquals(List.of("Tell me of windmills", "They turn.", "How fast?"), texts());
        trash.restore(first);
        assertEquals(List.of("Tell me of lighthouses", "They are tall."), texts());
    }

    @Test
    void ofTheOnlyVersionWhatStoodBeforeIsShown() throws Exception {
        trash.delete(follow);
        assertEquals(List.of("Tell me of windmills", "They turn."), texts());
    }

    @Test
    void whatWasDeletedBeforeStaysDeletedWhenTheWholeComesBack() throws Exception {
        trash.delete(follow);
        clock.skip(Duration.ofMinutes(1));
        trash.delete(second);

        assertEquals(
                List.of(second),
                trash.list().stream().map(TrashedBranch::message).toList());
        assertThrows(NoSuchElementException.class, () -> trash.restore(follow), "it would hang in the air");
        trash.restore(second);
        assertEquals(List.of("Tell me of windmills", "They turn."), texts());
        assertEquals(
                List.of(follow),
                trash.list().stream().map(TrashedBranch::message).toList());
        trash.restore(follow);
        assertEquals(List.of("Tell me of windmills", "They turn.", "How fast?"), texts());
    }

    @Test
    void whereAReplyIsWrittenNothingIsDeleted() throws Exception {
        var reply = conversations.reply(follow, beginning(), trouble -> {});
        assertThrows(IllegalStateException.class, () -> trash.delete(second));
        reply.finish(ReplyOutcome.interrupted()).join();
        trash.delete(second);
        assertEquals(2, find().messages().size());
    }

    @Test
    void onlyWhatLiesThereForLongIsPurged() throws Exception {
        trash.delete(follow);
        clock.skip(Duration.ofDays(30));
        trash.delete(first);

        conversations.purgeTrash(clock.instant().minus(Duration.ofDays(29)));

        assertEquals(
                List.of(first),
                trash.list().stream().map(TrashedBranch::message).toList());
        trash.remove(first);
        assertEquals(List.of(), trash.list());
        int left = store.read(connection -> Sql.all(connection, "SELECT id FROM messages", row -> row.getLong(1))
                .size());
        assertEquals(2, left);
    }

    @Test
    void aBranchOfATrashedConversationIsNotListedBesideIt() throws Exception {
        trash.delete(second);
        conversations.delete(id);
        assertEquals(List.of(), trash.list());
        conversations.undelete(id);
        assertEquals(1, trash.list().size());
    }

    @Test
    void aComparisonWithoutOneOfItsSidesIsOver() throws Exception {
        var comparison = conversations.compare(follow);
        long direct = compared(comparison, false);
        long thinking = compared(comparison, true);
        assertEquals(1, find().comparisons().size());

        trash.delete(thinking);
        assertEquals(List.of(), find().comparisons());
        trash.restore(thinking);
        assertEquals(thinking, find().comparisons().getFirst().thinking());

        trash.delete(direct);
        trash.remove(direct);
        assertEquals(List.of(), find().comparisons());
        assertTrue(find().messages().contains(thinking));
    }

    private long compared(Comparison comparison, boolean thinks) throws Exception {
        var beginning = ReplyBeginning.of("demo", ReplyMode.of(thinks)).in(comparison.id());
        var reply = conversations.reply(comparison.question(), beginning, trouble -> {});
        return reply.finish(ReplyOutcome.interrupted()).join().id();
    }

    private long answer(long question, String text) throws StoreException {
        var reply = conversations.reply(question, beginning(), trouble -> {});
        reply.append(ReplyPart.ANSWER, text);
        return reply.finish(ReplyOutcome.interrupted()).join().id();
    }

    private static ReplyBeginning beginning() {
        return ReplyBeginning.of("demo", ReplyMode.of(true));
    }

    private Conversation find() throws StoreException {
        return conversations.find(id).orElseThrow();
    }

    private List<Long> ids() throws StoreException {
        return find().branch().stream().map(Message::id).toList();
    }

    private List<String> texts() throws StoreException {
        return find().branch().stream().map(message -> message.text().content()).toList();
    }

    private List<Long> found(String words) throws StoreException {
        return new Search(store)
                .find(SearchQuery.of(words), false, 10).messages().stream()
                        .map(hit -> hit.message())
                        .toList();
    }
}
