package dev.ponder.replies;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Message;
import dev.ponder.chat.MessageState;
import dev.ponder.chat.Said;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineException;
import dev.ponder.store.StoreException;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** One turn after another: begins what is ordered, goes on with what follows on it, and idles when it is over. */
final class Turns implements AutoCloseable {
    private final Services services;
    private final Orders orders;
    private final ReplyMaker maker;
    private final IdleWork idle;
    private final ExecutorService steps = Executors.newSingleThreadExecutor(
            work -> Thread.ofPlatform().name("replies").daemon().unstarted(work));
    // read without the lock, which is held while tokens are counted: the window must not wait for that
    private volatile @Nullable Turn turn;

    Turns(Services services, Prompts prompts, Orders orders) {
        this.services = services;
        this.orders = orders;
        maker = new ReplyMaker(services, prompts, this::step, this::replied);
        idle = new IdleWork(services, prompts, this::step);
    }

    /** The turn in progress. */
    Optional<Turn> current() {
        return Optional.ofNullable(turn);
    }

    void requireIdle() throws EngineException {
        if (turn != null) {
            throw new EngineException(
                    EngineError.Code.BAD_REQUEST, "A reply is still being written; stop it first, or wait.");
        }
    }

    /**
     * Begins a turn. What was said is on the disk already, so a failure is told and not thrown: nobody shall say it twice.
     *
     * @param comparison the comparison that the turn is for; null for none
     */
    synchronized void begin(Order order, @Nullable Long comparison) throws StoreException {
        idle.interrupt();
        var begun = new Turn(order.conversation().id(), comparison);
        turn = begun;
        boolean made = false;
        try {
            made = maker.make(begun, order);
        } catch (EngineException refused) {
            services.listener().onRefused(order.conversation().id(), refused);
        } finally {
            if (!made && turn == begun) {
                turn = null;
            }
        }
    }

    /** Idles after something else than a reply changed what a conversation's next turn begins with. */
    void idleAfter(Conversation conversation) {
        step(() -> idleNow(conversation));
    }

    private synchronized void idleNow(Conversation conversation) {
        if (turn == null) {
            idle.interrupt();
            services.models().get().ifPresent(model -> idle.begin(conversation, model));
        }
    }

    /** A reply is on the disk; on the store's thread. */
    private void replied(Turn of, Message message) {
        step(() -> next(of, message));
    }

    private synchronized void next(Turn of, Message message) {
        if (turn != of) {
            return;
        }
        try {
            if (isProper(of, message) && goesOn(of, message)) {
                return;
            }
            if (isProper(of, message) && sayNext(of.conversation())) {
                return;
            }
            turn = null;
            var conversation = conversation(of.conversation());
            services.listener().onEnded(conversation, message);
            services.models().get().ifPresent(model -> idle.begin(conversation, model));
        } catch (StoreException e) {
            turn = null;
            services.listener().onStoreTrouble(e);
        }
    }

    private static boolean isProper(Turn of, Message message) {
        return !of.isStopped() && message.state() == MessageState.COMPLETE;
    }

    /**
     * Has a message wait for the end of the turn in progress.
     *
     * @return false where no turn of this conversation is in progress
     */
    synchronized boolean queue(long id, Said said) throws StoreException {
        var now = turn;
        if (now == null || now.conversation() != id) {
            return false;
        }
        services.conversations().queue(id, said);
        services.listener().onChanged(conversation(id));
        return true;
    }

    /** Whether a message waited and a turn for it was begun. */
    private boolean sayNext(long id) throws StoreException {
        var said = services.conversations().sayNext(id);
        if (said.isEmpty()) {
            return false;
        }
        var conversation = conversation(id);
        services.listener().onListChanged();
        services.listener().onChanged(conversation);
        begin(Order.to(conversation, said.get()), null);
        // where it was refused, the listener was told that, and that nothing is in progress
        return true;
    }

    /** Whether another reply of the same turn was begun. */
    private boolean goesOn(Turn of, Message message) throws StoreException {
        var conversation = conversation(of.conversation());
        var rest = orders.left(conversation, message);
        if (rest.isEmpty() && of.comparison() != null) {
            rest = compared(conversation, of.comparison());
        }
        if (rest.isEmpty()) {
            return false;
        }
        services.listener().onChanged(rest.get().conversation());
        try {
            return maker.make(of, rest.get());
        } catch (EngineException refused) {
            services.listener().onRefused(of.conversation(), refused);
            return false;
        }
    }

    private Optional<Order> compared(Conversation conversation, long comparison) throws StoreException {
        var found = conversation.comparisons().stream()
                .filter(each -> each.id() == comparison)
                .findFirst();
        return found.isEmpty() ? Optional.empty() : orders.left(conversation, found.get());
    }

    private void step(Runnable work) {
        try {
            steps.execute(work);
        } catch (RejectedExecutionException _) {
            // closed in this moment; what is left is found at the next start
        }
    }

    private Conversation conversation(long id) throws StoreException {
        return services.conversations().find(id).orElseThrow(() -> new NoSuchElementException("no conversation " + id));
    }

    @Override
    public void close() {
        idle.interrupt();
        current().ifPresent(Turn::stop);
        steps.shutdown();
    }
}
