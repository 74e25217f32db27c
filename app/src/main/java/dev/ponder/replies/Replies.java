package dev.ponder.replies;

import dev.ponder.chat.Comparison;
import dev.ponder.chat.Conversation;
import dev.ponder.chat.Ledger;
import dev.ponder.chat.Message;
import dev.ponder.chat.Role;
import dev.ponder.chat.Said;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.LandedBy;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.TemplateKind.Thinking;
import dev.ponder.session.LoadedModel;
import dev.ponder.store.StoreException;
import dev.ponder.thinking.Budget;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Makes replies. A question is on the disk before the model sees it, and so is the answer within half a second.
 *
 * <p>One turn at a time: the model may be asked whether to think, a reply is written, tools are called and another reply
 * follows, or the other half of a comparison; {@link ReplyListener#onEnded} comes when all of that is over.
 *
 * <p>Methods may be called from any thread but the engine's; they block while the store writes and tokens are counted, and
 * do not wait for the reply. {@link #stop}, {@link #answerNow}, {@link #letThink} and the questions return at once.
 */
public final class Replies implements AutoCloseable {
    private final Services services;
    private final Prompts prompts;
    private final Orders orders;
    private final Turns turns;

    /** Replies made with these services. */
    public Replies(Services services) {
        this.services = services;
        prompts = new Prompts(services.engine(), services.toolbox());
        orders = new Orders(new ToolRounds(services));
        turns = new Turns(services, prompts, orders);
    }

    /** Says something at the end of the shown branch, and begins a reply. */
    public synchronized void send(long conversation, Said said) throws StoreException, EngineException {
        turns.requireIdle();
        var message = services.conversations().say(conversation, said);
        services.listener().onListChanged();
        answer(message);
    }

    /** The same with text alone. */
    public void send(long conversation, String text) throws StoreException, EngineException {
        send(conversation, Said.of(text));
    }

    /**
     * Has something said once the reply in progress has come to its end; at once where none is in progress. After a reply
     * that was stopped or failed it stays in the conversation's queue, and whoever shows the conversation gives it back.
     */
    public synchronized void queue(long conversation, Said said) throws StoreException, EngineException {
        if (!turns.queue(conversation, said)) {
            send(conversation, said);
        }
    }

    /** Says something else in the place of what the user said, and begins a reply. */
    public synchronized void edit(long userMessage, Said said) throws StoreException, EngineException {
        turns.requireIdle();
        answer(services.conversations().edit(userMessage, said));
    }

    /** The same with another text, and what goes with it as before. */
    public void edit(long userMessage, String text) throws StoreException, EngineException {
        edit(
                userMessage,
                new Said(text, services.conversations().message(userMessage).enclosed()));
    }

    private void answer(Message said) throws StoreException {
        var conversation = require(said.conversation());
        services.listener().onChanged(conversation);
        turns.begin(Order.to(conversation, said), null);
    }

    /**
     * Replies once more to what a reply answered, as a sibling, with new thoughts if it thinks; or to a user's message that
     * has no reply yet.
     */
    public synchronized void retry(long message) throws StoreException, EngineException {
        turns.requireIdle();
        var chosen = services.conversations().message(message);
        turns.begin(orders.again(require(chosen.conversation()), chosen), null);
    }

    /** A new answer, as a sibling, from the thoughts of a reply; without thoughts a new one the same way. */
    public synchronized void newAnswer(long reply) throws StoreException, EngineException {
        turns.requireIdle();
        var chosen = services.conversations().message(reply);
        turns.begin(orders.sameThoughts(require(chosen.conversation()), chosen), null);
    }

    /**
     * Thinks on after changed thoughts, as a sibling of the reply that had them.
     *
     * @param thoughts what the thought is to begin with
     */
    public synchronized void editThoughts(long reply, String thoughts) throws StoreException, EngineException {
        turns.requireIdle();
        requireThinking(Thinking.NEVER);
        var chosen = services.conversations().message(reply);
        turns.begin(orders.editedThoughts(require(chosen.conversation()), chosen, thoughts), null);
    }

    /** Replies once more the other way, as a sibling: with a thought where there was none, without where there was. */
    public synchronized void redo(long reply) throws StoreException, EngineException {
        turns.requireIdle();
        requireThinking(Thinking.NEVER);
        requireThinking(Thinking.ALWAYS);
        var chosen = services.conversations().message(reply);
        turns.begin(orders.theOtherWay(require(chosen.conversation()), chosen), null);
    }

    /** Goes on with a reply that was cut off, in its thought, its landing or its answer. */
    public synchronized void resume(long reply) throws StoreException, EngineException {
        turns.requireIdle();
        var cut = services.conversations().message(reply);
        turns.begin(orders.rest(require(cut.conversation()), cut), null);
    }

    /** Lands a thought that was cut off: the answer follows on what there is of it. */
    public synchronized void answerFromThoughts(long reply) throws StoreException, EngineException {
        turns.requireIdle();
        var cut = services.conversations().message(reply);
        var facts = cut.reply();
        var figures = facts == null ? null : facts.figures();
        int tokens = figures == null ? count(cut.text().reasoning()) : figures.reasoningTokens();
        turns.begin(orders.answerFromThoughts(require(cut.conversation()), cut, tokens), null);
    }

    /**
     * Goes on with whatever is left to do at the end of the shown branch: a question without a reply, a reply that was cut
     * off, calls of tools without results, results without a reply, a comparison with one half.
     *
     * @return false where nothing is left
     */
    public synchronized boolean goOn(long conversation) throws StoreException, EngineException {
        turns.requireIdle();
        var found = require(conversation);
        var leaf = found.leaf();
        if (leaf == null) {
            return false;
        }
        var last = found.messages().get(leaf);
        var compared = found.messages().branch(leaf).reversed().stream()
                .flatMap(message -> found.comparisonOf(message.id()).stream())
                .findFirst();
        if (compared.isPresent()) {
            var rest = orders.left(found, compared.get());
            if (rest.isPresent()) {
                turns.begin(rest.get(), compared.get().id());
                return true;
            }
        }
        var rest = orders.left(found, last);
        if (rest.isPresent()) {
            turns.begin(rest.get(), null);
        }
        return rest.isPresent();
    }

    /**
     * Answers a user's message twice, first without and then with thinking, each a sibling of the replies there are.
     *
     * @return the comparison; its replies are in the conversation as they come
     */
    public synchronized Comparison compare(long userMessage) throws StoreException, EngineException {
        turns.requireIdle();
        requireThinking(Thinking.NEVER);
        requireThinking(Thinking.ALWAYS);
        var comparison = services.conversations().compare(userMessage);
        var conversation = require(services.conversations().message(userMessage).conversation());
        turns.begin(orders.left(conversation, comparison).orElseThrow(), comparison.id());
        return comparison;
    }

    /** Chooses a reply of a comparison: it becomes the shown branch. */
    public synchronized void keep(long reply) throws StoreException {
        var conversation = require(services.conversations().keep(reply).conversation());
        services.listener().onChanged(conversation);
        turns.idleAfter(conversation);
    }

    /** Ends the turn in progress, if there is one, keeping what was said. */
    public void stop() {
        turns.current().ifPresent(Turn::stop);
    }

    /** Brings the thought in progress to its answer; one that has not begun yet lands as soon as it does. */
    public void answerNow() {
        turns.current().ifPresent(now -> now.land(LandedBy.USER));
    }

    /** Takes what was found to go round in circles for something else: the reply goes on, and nothing more is said. */
    public void letThink() {
        turns.current().ifPresent(Turn::letThink);
    }

    /** What a conversation's context began with the last time; empty before its first reply in this run. */
    public Optional<ContextStart> contextBegins(long conversation) {
        return prompts.contextBegins(conversation);
    }

    /**
     * What a conversation takes of the context as it stands, in the account that its next reply begins with. Counts
     * without holding up a reply. Empty where no model is ready, a reply of it is in progress, or it is gone.
     *
     * @param wanted asked while it counts
     * @throws CancellationException when it is no longer wanted
     */
    public Optional<Ledger> account(long conversation, BooleanSupplier wanted) throws StoreException, EngineException {
        var model = services.models().get();
        var found = services.conversations().find(conversation);
        if (model.isEmpty() || found.isEmpty() || isReplying(conversation)) {
            return Optional.empty();
        }
        var branch = found.get().branch();
        var last = branch.isEmpty() || branch.getLast().role() != Role.ASSISTANT ? null : branch.getLast();
        var asked = last == null ? branch : branch.subList(0, branch.size() - 1);
        if (asked.isEmpty()) {
            return prompts.nothing(model.get(), found.get());
        }
        var order = Order.to(found.get(), asked.getLast());
        boolean thinks =
                Modes.settle(order, model.get(), services.toolbox()).mode().thinks();
        var budget = thinks ? found.get().settings().budget() : Budget.NONE;
        var account = prompts.account(model.get(), found.get(), asked, last, budget, wanted);
        if (account.moved()) {
            services.listener().onChanged(found.get());
        }
        return Optional.of(account.ledger());
    }

    /**
     * What something would take of the context if it were said in a conversation. Blocks while it is counted; empty where no
     * model is ready, or the conversation is gone.
     */
    public Optional<Weight> weigh(long conversation, Said said) throws StoreException, EngineException {
        var model = services.models().get();
        var found = services.conversations().find(conversation);
        return model.isEmpty() || found.isEmpty()
                ? Optional.empty()
                : Optional.of(prompts.weigh(model.get(), found.get(), said));
    }

    private boolean isReplying(long conversation) {
        return turns.current().filter(now -> now.conversation() == conversation).isPresent();
    }

    /** The reply in progress with what it has said so far, if there is one. */
    public Optional<Message> inProgress() {
        return turns.current().flatMap(Turn::snapshot);
    }

    /** Whether a turn is in progress. */
    public boolean isBusy() {
        return turns.current().isPresent();
    }

    /** How fast the model in use was in its latest replies; empty before its first, and without a model. */
    public Optional<Speed> speed() throws StoreException {
        var model = services.models().get();
        return model.isEmpty()
                ? Optional.empty()
                : Speed.of(services.conversations(), model.get().name());
    }

    private int count(String text) throws EngineException {
        var model = services.models().get();
        return model.isEmpty() ? 0 : prompts.count(model.get(), new Prompt(List.of(new Prompt.Text(text))));
    }

    private void requireThinking(Thinking impossible) throws EngineException {
        var model = services.models().get();
        if (model.filter(loaded -> loaded.template().kind().thinking() == impossible)
                .isPresent()) {
            throw new EngineException(
                    EngineError.Code.BAD_REQUEST,
                    "This cannot be done with the model in use: "
                            + model.map(LoadedModel::template).orElseThrow().thinkingReason() + ".");
        }
    }

    private Conversation require(long id) throws StoreException {
        return services.conversations().find(id).orElseThrow(() -> new NoSuchElementException("no conversation " + id));
    }

    @Override
    public void close() {
        turns.close();
    }
}
