package dev.ponder.replies;

import dev.ponder.engine.EngineException;
import dev.ponder.store.StoreException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Works out what a conversation takes of the context while somebody reads it, before the first reply: on a thread of its
 * own, the conversation asked for last alone.
 */
public final class ContextUse implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ContextUse.class.getName());

    private final Replies replies;
    private final ReplyListener listener;
    private final AtomicInteger latest = new AtomicInteger();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("context-use").daemon().unstarted(work));

    /** Tells a listener what replies count. */
    public ContextUse(Replies replies, ReplyListener listener) {
        this.replies = replies;
        this.listener = listener;
    }

    /** Asks for a conversation's account, and gives up the one in work. Returns at once; the listener is told. */
    public void measure(long conversation) {
        int ticket = latest.incrementAndGet();
        worker.execute(() -> {
            if (ticket == latest.get()) {
                measure(conversation, ticket);
            }
        });
    }

    private void measure(long conversation, int ticket) {
        try {
            replies.account(conversation, () -> ticket == latest.get())
                    .ifPresent(ledger -> listener.onUsed(conversation, ledger));
        } catch (CancellationException _) {
            LOG.log(System.Logger.Level.DEBUG, "another conversation is looked at by now");
        } catch (EngineException e) {
            // the meter stays away; whoever asks for a reply hears what is wrong
            LOG.log(System.Logger.Level.WARNING, "the use of the context could not be counted", e);
        } catch (StoreException e) {
            listener.onStoreTrouble(e);
        }
    }

    /** Gives up what is in work. */
    @Override
    public void close() {
        latest.incrementAndGet();
        worker.shutdown();
    }
}
