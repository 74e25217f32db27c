package dev.ponder.replies;

import dev.ponder.attachments.Attachment;
import dev.ponder.chat.ContextPlan;
import dev.ponder.chat.ContextPlanner;
import dev.ponder.chat.ContextRequest;
import dev.ponder.chat.Conversation;
import dev.ponder.chat.Ledger;
import dev.ponder.chat.Message;
import dev.ponder.chat.MessageState;
import dev.ponder.chat.MessageText;
import dev.ponder.chat.Role;
import dev.ponder.chat.Said;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.chat.TokenCounter;
import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineException;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplySoFar;
import dev.ponder.qwen.ThinkingMode;
import dev.ponder.session.LoadedModel;
import dev.ponder.thinking.Budget;
import dev.ponder.tools.Toolbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Makes prompts of conversations with what the engine can count. Blocks while it counts. */
final class Prompts {
    private static final Prompt.Part BEGIN = new Prompt.Marker("<|im_start|>");

    private final Engine engine;
    private final Toolbox toolbox;

    // what each conversation's context began with the last time; lost at the end of the program, which costs one
    // prefill
    private final Map<Long, ContextStart> contextBegins = new ConcurrentHashMap<>();
    private @Nullable LoadedModel plannedFor;
    private @Nullable ContextPlanner planner;

    Prompts(Engine engine, Toolbox toolbox) {
        this.engine = engine;
        this.toolbox = toolbox;
    }

    /** The message that a conversation's context began with the last time. */
    Optional<ContextStart> contextBegins(long conversation) {
        return Optional.ofNullable(contextBegins.get(conversation));
    }

    /** Remembers what a context begins with. */
    void keep(long conversation, ContextPlan.Ready plan) {
        contextBegins.put(conversation, ContextStart.of(plan));
    }

    /** A plan for a reply. */
    ContextPlan plan(LoadedModel model, Order order, boolean thinks, Budget budget) throws EngineException {
        var branch = order.conversation().messages().branch(order.answered().id());
        return plan(model, order.conversation(), branch, order.start().soFar(), thinks, budget);
    }

    /**
     * The prompt of a conversation as its next turn will begin: whatever is said there, the tokens of this stand before it.
     *
     * @return empty where the next turn will not fit
     */
    Optional<Prompt> history(LoadedModel model, Conversation conversation) throws EngineException {
        var branch = new ArrayList<>(conversation.branch());
        branch.add(message(conversation, "?"));
        return plan(model, conversation, branch, ReplySoFar.NOTHING, false, Budget.NONE)
                        instanceof ContextPlan.Ready ready
                ? Optional.of(beforeLastTwo(ready.prompt()))
                : Optional.empty();
    }

    /** Without the stand-in for what will be said, and the beginning of the reply to it. */
    private static Prompt beforeLastTwo(Prompt prompt) {
        var parts = prompt.parts();
        int reply = parts.lastIndexOf(BEGIN);
        return new Prompt(parts.subList(0, parts.subList(0, reply).lastIndexOf(BEGIN)));
    }

    /**
     * What a conversation takes of the context as it stands, in the account that its next reply begins with. Counts without
     * holding up other prompts of this object for longer than a message takes.
     *
     * @param asked the branch up to the last message that was not the model's; not empty
     * @param last the reply to it; null where there is none
     * @param budget of a thought; none where the next reply does not think
     * @param wanted asked while it counts
     * @throws CancellationException when it is no longer wanted
     */
    Account account(
            LoadedModel model,
            Conversation conversation,
            List<Message> asked,
            @Nullable Message last,
            Budget budget,
            BooleanSupplier wanted)
            throws EngineException {
        var request = request(model, conversation, asked, ReplySoFar.NOTHING, !budget.isNone(), budget);
        var counting = planner(model);
        var plan = counting.plan(request, wanted);
        boolean moved = plan instanceof ContextPlan.Ready ready
                && ready.dropped() > 0
                && !ContextStart.of(ready).equals(contextBegins.put(conversation.id(), ContextStart.of(ready)));
        return new Account(
                last == null ? plan.ledger() : plan.ledger().withReply(counting.answerTokens(request, last)), moved);
    }

    /** What something would take if it were said. */
    Weight weigh(LoadedModel model, Conversation conversation, Said said) throws EngineException {
        int bare = alone(model, conversation, said, List.of()).thisTurn();
        var tokens = new ArrayList<Integer>();
        for (var attachment : said.enclosed().attachments()) {
            tokens.add(alone(model, conversation, said, List.of(attachment)).thisTurn() - bare);
        }
        return new Weight(
                tokens, alone(model, conversation, said, said.enclosed().attachments()));
    }

    private Ledger alone(LoadedModel model, Conversation conversation, Said said, List<Attachment> attachments)
            throws EngineException {
        var message = message(conversation, said.text()).with(said.enclosed().with(attachments));
        var settings = conversation.settings();
        boolean thinks = settings.thinking() != ThinkingChoice.OFF;
        var budget = thinks ? settings.budget() : Budget.NONE;
        var request = request(model, conversation, List.of(message), ReplySoFar.NOTHING, thinks, budget);
        return planner(model).plan(request).ledger();
    }

    private static Message message(Conversation conversation, String text) {
        return new Message(
                0,
                conversation.id(),
                conversation.leaf(),
                Role.USER,
                MessageText.of(text),
                MessageState.COMPLETE,
                Instant.EPOCH,
                null);
    }

    /** The account of a conversation before its first message; empty where instructions would have to be counted. */
    Optional<Ledger> nothing(LoadedModel model, Conversation conversation) {
        var settings = conversation.settings();
        var room = Room.of(model, settings.thinking() == ThinkingChoice.OFF ? Budget.NONE : settings.budget());
        return settings.systemPrompt().isEmpty() && !settings.tools()
                ? Optional.of(new Ledger(0, 0, 0, 0, room.thinkingTokens(), room.answerTokens(), room.contextSize()))
                : Optional.empty();
    }

    /**
     * An account of the context.
     *
     * @param ledger in tokens
     * @param moved whether the context begins with another message than was known
     */
    record Account(Ledger ledger, boolean moved) {}

    private synchronized ContextPlan plan(
            LoadedModel model,
            Conversation conversation,
            List<Message> branch,
            ReplySoFar soFar,
            boolean thinks,
            Budget budget)
            throws EngineException {
        var request = request(model, conversation, branch, soFar, thinks, budget);
        try {
            return planner(model).plan(request);
        } catch (EngineException e) {
            // once more where the engine ended meanwhile, since another takes its place
            if (e.code() == EngineError.Code.ENGINE_DIED || e.code() == EngineError.Code.ENGINE_HUNG) {
                return planner(model).plan(request);
            }
            throw e;
        }
    }

    private ContextRequest request(
            LoadedModel model,
            Conversation conversation,
            List<Message> branch,
            ReplySoFar soFar,
            boolean thinks,
            Budget budget) {
        var settings = conversation.settings();
        return new ContextRequest(
                model.template(),
                settings.systemPrompt(),
                settings.tools() && model.template().kind().rendersTools() ? toolbox.definitions() : List.of(),
                branch,
                soFar,
                thinks ? ThinkingMode.ON : ThinkingMode.OFF,
                settings.overflow(),
                // a thought that is over takes no more
                Room.of(model, thinks && !soFar.closed() ? budget : Budget.NONE),
                contextBegins(conversation.id()).map(ContextStart::begins).orElse(null));
    }

    /** The tokens of a piece of a prompt. */
    synchronized int count(LoadedModel model, Prompt piece) throws EngineException {
        return planner(model).count(piece);
    }

    private synchronized ContextPlanner planner(LoadedModel model) {
        if (planner == null || !model.equals(plannedFor)) {
            planner = new ContextPlanner(TokenCounter.of(engine));
            plannedFor = model;
        }
        return planner;
    }
}
