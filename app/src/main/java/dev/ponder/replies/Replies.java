package dev.ponder.replies;

import dev.ponder.chat.ContextPlan;
import dev.ponder.chat.ContextPlanner;
import dev.ponder.chat.ContextRequest;
import dev.ponder.chat.Conversation;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.Ledger;
import dev.ponder.chat.Message;
import dev.ponder.chat.ReplyInProgress;
import dev.ponder.chat.Role;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.chat.TokenCounter;
import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.SoftSwitch;
import dev.ponder.qwen.ThinkingMode;
import dev.ponder.session.LoadedModel;
import dev.ponder.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes replies. A question is on the disk before the model sees it, and so is the answer within half a second.
 *
 * <p>Methods may be called from any thread but the engine's; they block while the store writes and tokens are counted, and
 * do not wait for the reply.
 */
public final class Replies implements AutoCloseable {
    private final Engine engine;
    private final Conversations conversations;
    private final Supplier<Optional<LoadedModel>> models;
    private final ReplyListener listener;
    private final Titles titles;

    // what each conversation's context began with the last time; lost at the end of the program, which costs one
    // prefill
    private final Map<Long, Long> contextBegins = new ConcurrentHashMap<>();
    private @Nullable LoadedModel plannedFor;
    private @Nullable ContextPlanner planner;
    // read without the lock, which is held while tokens are counted: the window must not wait for that
    private volatile @Nullable RunningReply running;

    /**
     * Replies in the conversations of a store.
     *
     * @param models the model that is ready, if one is
     * @param listener told what happens
     */
    public Replies(
            Engine engine,
            Conversations conversations,
            Supplier<Optional<LoadedModel>> models,
            ReplyListener listener) {
        this.engine = engine;
        this.conversations = conversations;
        this.models = models;
        this.listener = listener;
        titles = new Titles(engine, conversations, listener::onListChanged);
    }

    /** Says something at the end of the shown branch, and begins a reply. */
    public synchronized void send(long conversation, String text) throws StoreException, EngineException {
        requireIdle();
        var said = conversations.say(conversation, text);
        listener.onListChanged();
        answer(said);
    }

    /** Says something else in the place of what the user said, and begins a reply. */
    public synchronized void edit(long userMessage, String text) throws StoreException, EngineException {
        requireIdle();
        answer(conversations.edit(userMessage, text));
    }

    /** Replies once more to what a reply answered, as a sibling; or to a user's message that has no reply yet. */
    public synchronized void retry(long message) throws StoreException, EngineException {
        requireIdle();
        var chosen = conversations.message(message);
        var parent = chosen.parent();
        answer(parent == null || chosen.role() != Role.ASSISTANT ? chosen : conversations.message(parent));
    }

    /** Goes on with a reply that was cut off. */
    public synchronized void resume(long reply) throws StoreException, EngineException {
        requireIdle();
        var cut = conversations.message(reply);
        begin(require(cut.conversation()), cut, true);
    }

    /** Ends the reply in progress, if there is one, keeping what it said. */
    public void stop() {
        var now = running;
        if (now != null) {
            now.stop();
        }
    }

    /** The message that a conversation's context began with the last time; empty before its first reply in this run. */
    public Optional<Long> contextBegins(long conversation) {
        return Optional.ofNullable(contextBegins.get(conversation));
    }

    /**
     * What a conversation takes of the context as it stands, in the account that its next reply begins with. Counts
     * without holding up a reply. Empty where no model is ready, a reply of it is in progress, or it is gone.
     *
     * @param wanted asked while it counts
     * @throws CancellationException when it is no longer wanted
     */
    public Optional<Ledger> account(long conversation, BooleanSupplier wanted) throws StoreException, EngineException {
        var model = models.get();
        var found = conversations.find(conversation);
        if (model.isEmpty() || found.isEmpty() || isReplying(conversation)) {
            return Optional.empty();
        }
        var branch = found.get().branch();
        var last = branch.isEmpty() || branch.getLast().role() != Role.ASSISTANT ? null : branch.getLast();
        var asked = last == null ? branch : branch.subList(0, branch.size() - 1);
        var mode = mode(found.get(), asked, model.get());
        if (asked.isEmpty()) {
            return nothing(found.get(), Room.of(model.get(), mode));
        }
        var request = request(found.get(), asked, false, mode, model.get());
        var counting = planner(model.get());
        var plan = counting.plan(request, wanted);
        if (plan instanceof ContextPlan.Ready ready && ready.dropped() > 0) {
            var before = contextBegins.put(conversation, ready.begins());
            if (!Objects.equals(before, ready.begins())) {
                listener.onChanged(found.get());
            }
        }
        return Optional.of(
                last == null ? plan.ledger() : plan.ledger().withReply(counting.answerTokens(request, last)));
    }

    private boolean isReplying(long conversation) {
        return inProgress()
                .filter(reply -> reply.conversation() == conversation)
                .isPresent();
    }

    private static Optional<Ledger> nothing(Conversation conversation, ContextRequest.Room room) {
        return conversation.settings().systemPrompt().isEmpty()
                ? Optional.of(new Ledger(0, 0, 0, 0, room.thinkingTokens(), room.answerTokens(), room.contextSize()))
                : Optional.empty();
    }

    private ContextRequest request(
            Conversation conversation, List<Message> branch, boolean resumes, ThinkingMode mode, LoadedModel model) {
        return new ContextRequest(
                model.template(),
                conversation.settings().systemPrompt(),
                branch,
                resumes,
                mode,
                conversation.settings().overflow(),
                Room.of(model, mode),
                contextBegins.get(conversation.id()));
    }

    /** The reply in progress with what it has said so far, if there is one. */
    public Optional<Message> inProgress() {
        return Optional.ofNullable(running).map(RunningReply::snapshot);
    }

    /** Whether a reply is in progress. */
    public boolean isBusy() {
        return running != null;
    }

    private void answer(Message message) throws StoreException {
        var conversation = require(message.conversation());
        listener.onChanged(conversation);
        begin(conversation, message, false);
    }

    /** What was said is on the disk already, so a failure is told and not thrown: nobody shall say it twice. */
    private void begin(Conversation conversation, Message last, boolean resumes) throws StoreException {
        try {
            tryToBegin(conversation, last, resumes);
        } catch (EngineException refused) {
            listener.onRefused(conversation.id(), refused);
        }
    }

    private void tryToBegin(Conversation conversation, Message last, boolean resumes)
            throws StoreException, EngineException {
        titles.interrupt();
        var model = models.get()
                .orElseThrow(() -> new EngineException(
                        EngineError.Code.NO_MODEL, "No model is loaded; choose one, then ask for the reply again."));
        var branch = conversation.messages().branch(last.id());
        var mode = mode(conversation, branch, model);
        var request = request(conversation, branch, resumes, mode, model);
        switch (plan(model, request)) {
            case ContextPlan.TooLong tooLong -> listener.onContextFull(conversation.id(), tooLong);
            case ContextPlan.Ready ready -> {
                contextBegins.put(conversation.id(), ready.begins());
                listener.onPlanned(conversation.id(), ready);
                conversations.setModel(conversation.id(), model.id());
                var journal = resumes
                        ? conversations.resume(last.id(), listener::onStoreTrouble)
                        : conversations.reply(
                                last.id(), model.name(), mode != ThinkingMode.OFF, listener::onStoreTrouble);
                listener.onChanged(require(conversation.id()));
                generate(conversation, model, mode, ready, journal);
            }
        }
    }

    private void generate(
            Conversation conversation,
            LoadedModel model,
            ThinkingMode mode,
            ContextPlan.Ready plan,
            ReplyInProgress journal) {
        boolean thinks = mode != ThinkingMode.OFF;
        var own = conversation.settings().sampling();
        var request = GenerationRequest.of(plan.prompt(), plan.start())
                .withConversation("conversation-" + conversation.id())
                .withSampling(own == null ? model.sampling(thinks) : own)
                .withMaxTokens(model.maxTokens(thinks));
        var reply = new RunningReply(conversation.id(), journal, plan.ledger(), listener, this::ended);
        running = reply;
        reply.start(engine, request);
    }

    /** On the store's thread, when the reply is on the disk. */
    private void ended(RunningReply reply, Message message) {
        synchronized (this) {
            if (running == reply) {
                running = null;
            }
        }
        try {
            var conversation = require(message.conversation());
            listener.onEnded(conversation, message);
            models.get().ifPresent(model -> titles.suggestSoon(conversation, model));
        } catch (StoreException e) {
            listener.onStoreTrouble(e);
        }
    }

    /** A switch typed into the message wins over the control, where the model has the choice. */
    private static ThinkingMode mode(Conversation conversation, List<Message> branch, LoadedModel model) {
        var control = conversation.settings().thinking() == ThinkingChoice.OFF ? ThinkingMode.OFF : ThinkingMode.ON;
        return switch (model.template().kind().thinking()) {
            case ALWAYS -> ThinkingMode.ON;
            case NEVER -> ThinkingMode.OFF;
            case SWITCHABLE -> {
                var asked = branch.reversed().stream()
                        .filter(message -> message.role() == Role.USER)
                        .findFirst()
                        .map(message -> SoftSwitch.inEffect(
                                List.of(ChatMessage.user(message.text().content()))));
                yield asked.filter(typed -> typed == SoftSwitch.THINK).isPresent() ? ThinkingMode.ON : control;
            }
        };
    }

    /** Counts tokens for a plan; once more where the engine ended meanwhile, since another takes its place. */
    private ContextPlan plan(LoadedModel model, ContextRequest request) throws EngineException {
        try {
            return planner(model).plan(request);
        } catch (EngineException e) {
            if (e.code() == EngineError.Code.ENGINE_DIED || e.code() == EngineError.Code.ENGINE_HUNG) {
                return planner(model).plan(request);
            }
            throw e;
        }
    }

    private synchronized ContextPlanner planner(LoadedModel model) {
        if (planner == null || !model.equals(plannedFor)) {
            planner = new ContextPlanner(TokenCounter.of(engine));
            plannedFor = model;
        }
        return planner;
    }

    private void requireIdle() throws EngineException {
        if (running != null) {
            throw new EngineException(
                    EngineError.Code.BAD_REQUEST, "A reply is still being written; stop it first, or wait.");
        }
    }

    private Conversation require(long id) throws StoreException {
        return conversations.find(id).orElseThrow(() -> new NoSuchElementException("no conversation " + id));
    }

    @Override
    public void close() {
        titles.interrupt();
        stop();
    }
}
