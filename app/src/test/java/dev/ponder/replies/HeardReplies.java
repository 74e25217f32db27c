package dev.ponder.replies;

import dev.ponder.chat.ContextPlan;
import dev.ponder.chat.Conversation;
import dev.ponder.chat.Ledger;
import dev.ponder.chat.Message;
import dev.ponder.chat.ReplyPart;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.store.StoreException;
import dev.ponder.thinking.Decision;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/** Writes down what becomes of replies. */
final class HeardReplies implements ReplyListener {
    private record Reaction(Predicate<GenerationEvent> trigger, Runnable action) {}

    private final List<GenerationEvent> events = new CopyOnWriteArrayList<>();
    private final List<ContextPlan> plans = new CopyOnWriteArrayList<>();
    private final List<Ledger> used = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Message> ends = new LinkedBlockingQueue<>();
    private final AtomicReference<Reaction> reaction = new AtomicReference<>();
    private final List<EngineException> refusals = new CopyOnWriteArrayList<>();
    private final List<Decision> decisions = new CopyOnWriteArrayList<>();
    private final List<String> loops = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Long> warmed = new LinkedBlockingQueue<>();
    private volatile Runnable loopAction = () -> {};
    private volatile boolean full;

    /** Acts once, on the engine's thread, at the first event that fits. */
    void on(Predicate<GenerationEvent> trigger, Runnable action) {
        reaction.set(new Reaction(trigger, action));
    }

    Message nextEnd(Duration patience) throws InterruptedException {
        var message = ends.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (message == null) {
            throw new AssertionError("no reply ended; heard " + events.size() + " events");
        }
        return message;
    }

    <T extends GenerationEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Forgets what was heard so far. */
    void forget() {
        events.clear();
        reaction.set(null);
    }

    List<ContextPlan> plans() {
        return plans;
    }

    boolean contextFull() {
        return full;
    }

    List<Decision> decisions() {
        return decisions;
    }

    /** Which parts went round in circles, and whether that was ended. */
    List<String> loops() {
        return loops;
    }

    /** Waits until the cache of some conversation is as its next turn begins. */
    void nextWarm(Duration patience) throws InterruptedException {
        if (warmed.poll(patience.toMillis(), TimeUnit.MILLISECONDS) == null) {
            throw new AssertionError("no conversation was warmed");
        }
    }

    @Override
    public void onDecided(long conversation, long reply, Decision decision) {
        decisions.add(decision);
    }

    /** What is done when a loop is told. */
    void onLoop(Runnable action) {
        loopAction = action;
    }

    @Override
    public void onLoop(long conversation, long reply, ReplyPart part, boolean ended) {
        loops.add(part + " " + ended);
        loopAction.run();
    }

    @Override
    public void onWarm(long conversation) {
        warmed.add(conversation);
    }

    @Override
    public void onChanged(Conversation conversation) {}

    @Override
    public void onListChanged() {}

    @Override
    public void onPlanned(long conversation, ContextPlan.Ready plan) {
        plans.add(plan);
    }

    @Override
    public void onUsed(long conversation, Ledger ledger) {
        used.add(ledger);
    }

    /** What conversations took of the context, as it was told. */
    List<Ledger> used() {
        return used;
    }

    @Override
    public void onContextFull(long conversation, ContextPlan.TooLong plan) {
        full = true;
    }

    @Override
    public void onRefused(long conversation, EngineException reason) {
        refusals.add(reason);
    }

    List<EngineException> refusals() {
        return refusals;
    }

    @Override
    public void onEvent(long conversation, long reply, GenerationEvent event) {
        events.add(event);
        var wanted = reaction.get();
        if (wanted != null && wanted.trigger().test(event) && reaction.compareAndSet(wanted, null)) {
            wanted.action().run();
        }
    }

    @Override
    public void onEnded(Conversation conversation, Message reply) {
        ends.add(reply);
    }

    @Override
    public void onStoreTrouble(StoreException trouble) {
        throw new AssertionError(trouble);
    }
}
