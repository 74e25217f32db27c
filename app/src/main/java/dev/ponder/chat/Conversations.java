package dev.ponder.chat;

import dev.ponder.store.SqlWork;
import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import dev.ponder.tools.ToolResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The conversations in the store. What a method has returned from is on the disk.
 *
 * <p>All methods may be called from any thread and block, so none belongs on the thread of the window. A method that
 * changes a conversation or message throws {@link NoSuchElementException} where there is none with this id.
 */
public final class Conversations implements AutoCloseable {

    private final Store store;
    private final Clock clock;
    private final Set<ReplyInProgress> replies = ConcurrentHashMap.newKeySet();

    private Conversations(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Opens the conversations of a store, which stays the caller's; replies that a crash cut off become interrupted. */
    public static Conversations open(Store store) throws StoreException {
        return open(store, Clock.systemUTC());
    }

    static Conversations open(Store store, Clock clock) throws StoreException {
        store.write(MessageTable::recover);
        return new Conversations(store, clock);
    }

    /** Makes an empty conversation. */
    public Conversation create(ConversationSettings settings) throws StoreException {
        var now = now();
        return store.write(connection -> found(connection, ConversationTable.insert(connection, settings, now)));
    }

    /** Those outside the trash; the one updated last first, pinned or not. */
    public List<ConversationSummary> list() throws StoreException {
        return store.read(connection -> ConversationTable.list(connection, false));
    }

    /** Those in the trash; the one deleted last first. */
    public List<ConversationSummary> trash() throws StoreException {
        return store.read(connection -> ConversationTable.list(connection, true));
    }

    /** A conversation with all its messages, also one in the trash. */
    public Optional<Conversation> find(long id) throws StoreException {
        return store.read(connection -> ConversationTable.find(connection, id));
    }

    /** A message of any conversation. */
    public Message message(long id) throws StoreException {
        return store.read(connection -> requireMessage(connection, id));
    }

    /** Gives a title that the user typed. An empty one lets the model find one again. */
    public void rename(long id, String title) throws StoreException {
        var stripped = title.strip();
        var by = stripped.isEmpty() ? TitledBy.NOBODY : TitledBy.USER;
        change(connection -> ConversationTable.setTitle(connection, id, stripped, by));
    }

    /**
     * Gives a title that the model wrote.
     *
     * @return false where the user has chosen one
     */
    public boolean suggestTitle(long id, String title) throws StoreException {
        return store.write(connection -> ConversationTable.setTitle(connection, id, title.strip(), TitledBy.MODEL));
    }

    /** Keeps a conversation at the top, or no longer. */
    public void pin(long id, boolean pinned) throws StoreException {
        change(connection -> ConversationTable.set(connection, id, "pinned", pinned));
    }

    /** Moves a conversation to the trash. */
    public void delete(long id) throws StoreException {
        long now = now().toEpochMilli();
        change(connection -> ConversationTable.set(connection, id, "trashed_at", now));
    }

    /** Takes a conversation out of the trash, as it was. */
    public void undelete(long id) throws StoreException {
        change(connection -> ConversationTable.set(connection, id, "trashed_at", null));
    }

    /**
     * Removes for good what was deleted before a moment, branches too.
     *
     * @return how many conversations
     */
    public int purgeTrash(Instant before) throws StoreException {
        return store.write(connection -> {
            BranchTable.purge(connection, before);
            return ConversationTable.purge(connection, before);
        });
    }

    /** The branches that were deleted. */
    public BranchTrash branches() {
        return new BranchTrash(store, clock);
    }

    /** Changes what a conversation is held with. */
    public void setSettings(long id, ConversationSettings settings) throws StoreException {
        change(connection -> ConversationTable.setSettings(connection, id, settings));
    }

    /** Sets the thinking control alone. */
    public void setThinking(long id, ThinkingChoice choice) throws StoreException {
        change(connection -> ConversationTable.set(connection, id, "thinking", choice));
    }

    /** Sets the model alone. */
    public void setModel(long id, String model) throws StoreException {
        change(connection -> ConversationTable.set(connection, id, "model", model));
    }

    /** Keeps what is typed and not sent. */
    public void keepDraft(long id, String draft) throws StoreException {
        change(connection -> ConversationTable.set(connection, id, "draft", draft));
    }

    /** Adds what the user says at the end of the shown branch, and drops the draft. */
    public Message say(long conversation, Said said) throws StoreException {
        return store.write(connection -> {
            var leaf = ConversationTable.leaf(connection, conversation);
            ConversationTable.set(connection, conversation, "draft", "");
            WaitingTable.keepDraft(connection, conversation, Enclosed.NOTHING);
            return add(connection, conversation, leaf, said);
        });
    }

    /** The same with text alone. */
    public Message say(long conversation, String text) throws StoreException {
        return say(conversation, Said.of(text));
    }

    /** Keeps what goes with a text that is typed and not sent. */
    public void keepDraft(long id, Enclosed enclosed) throws StoreException {
        store.write(connection -> {
            ConversationTable.leaf(connection, id);
            WaitingTable.keepDraft(connection, id, enclosed);
            return true;
        });
    }

    /** Has a message wait at the end of the queue, and drops the draft. */
    public void queue(long conversation, Said said) throws StoreException {
        store.write(connection -> {
            ConversationTable.set(connection, conversation, "draft", "");
            WaitingTable.keepDraft(connection, conversation, Enclosed.NOTHING);
            WaitingTable.queue(connection, conversation, said);
            return true;
        });
    }

    /** Takes a message out of the queue; nothing where it was sent meanwhile. */
    public void unqueue(long queued) throws StoreException {
        store.write(connection -> {
            WaitingTable.delete(connection, queued);
            return true;
        });
    }

    /** Says what waits first in the queue, at the end of the shown branch; empty where nothing waits. */
    public Optional<Message> sayNext(long conversation) throws StoreException {
        return store.write(connection -> {
            var said = WaitingTable.next(connection, conversation);
            return said.isEmpty()
                    ? Optional.<Message>empty()
                    : Optional.of(add(
                            connection, conversation, ConversationTable.leaf(connection, conversation), said.get()));
        });
    }

    /**
     * Adds the results of a round of tools at the end of a branch, all or none of them.
     *
     * @param call the reply that called, which ends the shown branch
     * @param results in the order of the calls
     * @return the last result
     */
    public Message addToolResults(long call, List<ToolResult> results) throws StoreException {
        return store.write(connection -> {
            var last = requireMessage(connection, call);
            for (var result : results) {
                var state = result.failed() ? MessageState.FAILED : MessageState.COMPLETE;
                last = insert(
                        connection,
                        new Message(
                                0,
                                last.conversation(),
                                last.id(),
                                Role.TOOL,
                                MessageText.of(result.text()),
                                state,
                                now(),
                                null));
            }
            return last;
        });
    }

    /** Says something else in the place of what the user said: a sibling, which begins a branch of its own. */
    public Message edit(long userMessage, Said said) throws StoreException {
        return store.write(connection -> {
            var edited = requireMessage(connection, userMessage);
            return add(connection, edited.conversation(), edited.parent(), said);
        });
    }

    /** The same with another text, and what goes with it as before. */
    public Message edit(long userMessage, String text) throws StoreException {
        return edit(userMessage, new Said(text, message(userMessage).enclosed()));
    }

    /**
     * Shows the branch through a message, down to the end that was written last.
     *
     * @return the end of the branch
     */
    public Message choose(long message) throws StoreException {
        return store.write(connection -> {
            long conversation = requireMessage(connection, message).conversation();
            var end = MessageTree.of(MessageTable.of(connection, conversation)).newestLeaf(message);
            ConversationTable.show(connection, conversation, end.id());
            return end;
        });
    }

    /**
     * Begins a reply to a message; where it has one, the new one is its sibling. The reply ends the shown branch.
     *
     * @param parent what is answered
     * @param beginning with what it begins
     * @param onTrouble told, on the store's thread, whenever journaling fails; it goes on trying
     */
    public ReplyInProgress reply(long parent, ReplyBeginning beginning, Consumer<StoreException> onTrouble)
            throws StoreException {
        return begin(connection -> insertReply(connection, parent, beginning), false, onTrouble);
    }

    private Message insertReply(Connection connection, long parent, ReplyBeginning beginning) throws SQLException {
        var reply = insert(
                connection,
                new Message(
                        0,
                        requireMessage(connection, parent).conversation(),
                        parent,
                        Role.ASSISTANT,
                        new MessageText("", beginning.reasoning(), List.of()),
                        MessageState.STREAMING,
                        now(),
                        beginning.facts()));
        var comparison = beginning.comparison();
        if (comparison != null) {
            ComparisonTable.begin(connection, comparison, beginning.mode().thinks(), reply.id());
        }
        return reply;
    }

    /**
     * Goes on with a reply that was interrupted or failed: what is appended follows the text that is there.
     *
     * @param onTrouble as for {@link #reply}
     */
    public ReplyInProgress resume(long reply, Consumer<StoreException> onTrouble) throws StoreException {
        return begin(
                connection -> {
                    var found = requireMessage(connection, reply);
                    MessageTable.setState(connection, reply, MessageState.STREAMING);
                    return found.with(found.text(), MessageState.STREAMING, found.reply());
                },
                true,
                onTrouble);
    }

    /** Begins to compare thinking on a user's message; the two replies follow by {@link #reply}. */
    public Comparison compare(long question) throws StoreException {
        return store.write(connection -> {
            requireMessage(connection, question);
            return ComparisonTable.find(connection, ComparisonTable.insert(connection, question, now()))
                    .orElseThrow();
        });
    }

    /** Chooses one of the two replies of a comparison as the branch. */
    public Message keep(long reply) throws StoreException {
        store.write(connection -> {
            ComparisonTable.keep(connection, reply);
            return true;
        });
        return choose(reply);
    }

    /** What a model's latest replies cost, the latest first. */
    public List<ReplyFigures> latestFigures(String model, int most) throws StoreException {
        return store.read(connection -> ReplyFactsTable.latestFigures(connection, model, most));
    }

    /** A whole conversation, to be taken along; a reply in progress is left out. */
    public Optional<ArchivedConversation> archive(long id) throws StoreException {
        return store.read(connection -> ArchiveTable.read(connection, id));
    }

    /**
     * Takes conversations in, in one transaction: where the disk refuses one, none is here.
     *
     * @return what became of each
     */
    public List<Imported> takeIn(List<ArchivedConversation> archived) throws StoreException {
        return store.write(connection -> ArchiveTable.insertAll(connection, archived));
    }

    /** The folders, by name. */
    public List<Folder> folders() throws StoreException {
        return store.read(FolderTable::list);
    }

    /** The folder of a name, made where there is none. */
    public long folder(String name) throws StoreException {
        return store.write(connection -> FolderTable.named(connection, name));
    }

    /** Gives a folder another name. */
    public void renameFolder(long id, String name) throws StoreException {
        change(connection -> FolderTable.rename(connection, id, name));
    }

    /** Takes a folder away; its conversations stay. */
    public void deleteFolder(long id) throws StoreException {
        change(connection -> FolderTable.delete(connection, id));
    }

    /** Puts a conversation into a folder, or into none. */
    public void move(long id, @Nullable Long folder) throws StoreException {
        change(connection -> FolderTable.move(connection, id, folder));
    }

    /** Removes a conversation for good. */
    public void remove(long id) throws StoreException {
        change(connection -> ConversationTable.remove(connection, id));
    }

    /** Writes the replies in progress as interrupted. The store stays open. */
    @Override
    public void close() throws StoreException {
        StoreException first = null;
        for (var reply : replies) {
            try {
                reply.settle();
            } catch (StoreException e) {
                first = first == null ? e : first;
            }
        }
        replies.clear();
        if (first != null) {
            throw first;
        }
    }

    private ReplyInProgress begin(SqlWork<Message> work, boolean resumed, Consumer<StoreException> onTrouble)
            throws StoreException {
        replies.removeIf(ReplyInProgress::isSettled);
        var reply = new ReplyInProgress(store, store.write(work), resumed, onTrouble);
        replies.add(reply);
        return reply;
    }

    private Message add(Connection connection, long conversation, @Nullable Long parent, Said said)
            throws SQLException {
        var text = MessageText.of(said.text());
        return insert(
                connection,
                new Message(0, conversation, parent, Role.USER, text, MessageState.COMPLETE, now(), null)
                        .with(said.enclosed()));
    }

    private Message insert(Connection connection, Message draft) throws SQLException {
        var message = MessageTable.insert(connection, draft);
        ConversationTable.show(connection, message.conversation(), message.id());
        ConversationTable.touch(connection, message.conversation(), message.created());
        return message;
    }

    private void change(SqlWork<Boolean> work) throws StoreException {
        if (!store.write(work)) {
            throw new NoSuchElementException("no such conversation");
        }
    }

    private static Conversation found(Connection connection, long id) throws SQLException {
        return ConversationTable.find(connection, id).orElseThrow();
    }

    private static Message requireMessage(Connection connection, long id) throws SQLException {
        return MessageTable.find(connection, id).orElseThrow(() -> new NoSuchElementException("no message " + id));
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.millis());
    }
}
