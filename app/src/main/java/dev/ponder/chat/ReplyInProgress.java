package dev.ponder.chat;

import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A reply while it streams. Appending only fills a buffer, which is journaled a moment later; so no method but
 * {@link #settle} waits for the disk, and all may be called from the engine's thread.
 *
 * <p>Where the disk is full the text stays in memory and journaling is tried again until there is room.
 */
public final class ReplyInProgress {

    /** How long text may wait for more. With the time of a commit it stays well under the quarter of a second aimed at. */
    static final Duration DELAY = Duration.ofMillis(150);

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Store store;
    private final Message begun;
    private final boolean resumed;
    private final ReplyBuffer buffer;
    private final Consumer<StoreException> onTrouble;
    private final CompletableFuture<Message> finished = new CompletableFuture<>();
    private ReplyFacts facts;
    private boolean factsSaved = true;
    private @Nullable ReplyOutcome outcome;
    private boolean scheduled;

    ReplyInProgress(Store store, Message begun, boolean resumed, Consumer<StoreException> onTrouble) {
        var known = begun.reply();
        if (known == null) {
            throw new IllegalArgumentException("message " + begun.id() + " is no reply");
        }
        this.store = store;
        this.begun = begun;
        this.resumed = resumed;
        facts = known;
        this.onTrouble = onTrouble;
        buffer = new ReplyBuffer(begun.text());
    }

    /** The reply as it was when it began; its id does not change. */
    public Message message() {
        return begun;
    }

    /** The reply as it is now. Copies the whole text. */
    public synchronized Message snapshot() {
        return begun.with(
                new MessageText(buffer.answer(), reasoning(), begun.text().toolCalls()), begun.state(), facts);
    }

    /** Settles how the reply is made; on the disk within half a second. */
    public synchronized void settleMode(ReplyMode mode) {
        change(facts.withMode(mode));
    }

    /** Notes what becomes of the thought; on the disk with the text around it. */
    public synchronized void note(UnaryOperator<ThoughtCourse> what) {
        change(facts.withThought(what.apply(facts.thought())));
    }

    private void change(ReplyFacts changed) {
        if (outcome == null && !changed.equals(facts)) {
            facts = changed;
            factsSaved = false;
            schedule(DELAY);
        }
    }

    /**
     * Adds text; it is on the disk within half a second.
     *
     * @throws IllegalStateException after the end
     */
    public synchronized void append(ReplyPart part, String text) {
        if (outcome != null) {
            throw new IllegalStateException("the reply has ended");
        }
        if (!text.isEmpty()) {
            buffer.append(part, text);
            schedule(DELAY);
        }
    }

    /**
     * Ends the reply.
     *
     * @return completes with the message when all of it is on the disk, after as many tries as that takes; fails where
     *     no further try can help, with a {@link StoreException}
     * @throws IllegalStateException after the end
     */
    public CompletableFuture<Message> finish(ReplyOutcome how) {
        synchronized (this) {
            if (outcome != null) {
                throw new IllegalStateException("the reply has ended");
            }
            outcome = how;
        }
        store.later(Duration.ZERO, this::save);
        return finished;
    }

    /** Whether all of it is on the disk. */
    public boolean isSettled() {
        return finished.isDone();
    }

    /** Before the store closes: writes what is there at once, as interrupted unless it has ended otherwise. */
    void settle() throws StoreException {
        synchronized (this) {
            if (outcome == null) {
                outcome = ReplyOutcome.interrupted();
            }
        }
        if (!finished.isDone()) {
            finished.complete(writeEnd());
        }
    }

    private void schedule(Duration delay) {
        if (!scheduled) {
            scheduled = true;
            store.later(delay, this::save);
        }
    }

    /** Runs on the store's thread. */
    private void save() {
        boolean ended;
        synchronized (this) {
            scheduled = false;
            ended = outcome != null;
        }
        if (finished.isDone()) {
            return;
        }
        try {
            if (ended) {
                finished.complete(writeEnd());
            } else {
                writeChunks();
            }
        } catch (StoreException e) {
            onFailure(e);
        }
    }

    private void onFailure(StoreException failure) {
        switch (failure) {
            case StoreException.Damaged _, StoreException.Closed _ -> finished.completeExceptionally(failure);
            default -> {
                synchronized (this) {
                    schedule(RETRY);
                }
            }
        }
        onTrouble.accept(failure);
    }

    private void writeChunks() throws StoreException {
        List<ReplyChunk> chunks;
        ReplyFacts noted;
        synchronized (this) {
            chunks = buffer.unsaved();
            noted = factsSaved ? null : facts;
        }
        if (chunks.isEmpty() && noted == null) {
            return;
        }
        store.write(connection -> {
            for (var chunk : chunks) {
                MessageTable.addChunk(connection, begun.id(), chunk);
            }
            if (noted != null) {
                ReplyFactsTable.setThinking(connection, begun.id(), noted);
            }
            return chunks.size();
        });
        synchronized (this) {
            if (!chunks.isEmpty()) {
                buffer.saved(chunks.getLast());
            }
            factsSaved |= facts.equals(noted);
        }
    }

    private Message writeEnd() throws StoreException {
        var ended = ended();
        return store.write(connection -> {
            MessageTable.finish(connection, ended);
            ConversationTable.touch(connection, ended.conversation(), Instant.now());
            return ended;
        });
    }

    private synchronized Message ended() {
        var how = outcome == null ? ReplyOutcome.interrupted() : outcome;
        return begun.with(
                new MessageText(buffer.answer(), reasoning(), how.toolCalls()),
                how.state(),
                facts.ended(figures(how), how.stop(), how.error()));
    }

    /**
     * Of a thought that is continued the line break is kept after which it was broken off, as the model goes on from there;
     * where that was the thought's end, it belongs to the tag.
     */
    private String reasoning() {
        return resumed && facts.thought().closed() ? buffer.reasoning().stripTrailing() : buffer.reasoning();
    }

    private @Nullable ReplyFigures figures(ReplyOutcome how) {
        var now = how.figures();
        if (now == null || !resumed) {
            return now;
        }
        // of a part nobody counted the sum would be a lie
        var earlier = facts.figures();
        return earlier == null ? null : now.after(earlier);
    }
}
