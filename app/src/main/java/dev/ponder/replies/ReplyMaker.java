package dev.ponder.replies;

import dev.ponder.chat.ContextPlan;
import dev.ponder.chat.Conversation;
import dev.ponder.chat.Message;
import dev.ponder.chat.ReplyBeginning;
import dev.ponder.chat.ReplyInProgress;
import dev.ponder.chat.ReplyMode;
import dev.ponder.chat.ReplyOutcome;
import dev.ponder.chat.ReplyPart;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.engine.AnswerGrammar;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.schema.SchemaException;
import dev.ponder.session.LoadedModel;
import dev.ponder.store.StoreException;
import dev.ponder.thinking.Budget;
import dev.ponder.thinking.Decision;
import dev.ponder.thinking.Decision.By;
import dev.ponder.thinking.Probe;
import dev.ponder.thinking.Reason;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Makes one reply: settles whether it thinks, plans its prompt, begins it in the store, and has it generated. */
final class ReplyMaker {

    /** A thought of less than this is not worth its landing. */
    private static final int LEAST_TIMED_THOUGHT = 128;

    private final Services services;
    private final Prompts prompts;
    private final Executor steps;
    private final BiConsumer<Turn, Message> onEnd;

    /**
     * A maker.
     *
     * @param steps runs what follows on the engine's answers, which must not be done on the engine's thread
     * @param onEnd told of each reply that is over and on the disk
     */
    ReplyMaker(Services services, Prompts prompts, Executor steps, BiConsumer<Turn, Message> onEnd) {
        this.services = services;
        this.prompts = prompts;
        this.steps = steps;
        this.onEnd = onEnd;
    }

    /** The reply under way. */
    private record Work(
            Turn turn,
            Order order,
            LoadedModel model,
            ReplyMode mode,
            ContextPlan.Ready plan,
            ReplyInProgress journal,
            @Nullable AnswerGrammar grammar) {

        Work with(ReplyMode settled, ContextPlan.Ready ready) {
            return new Work(turn, order, model, settled, ready, journal, grammar);
        }
    }

    /**
     * Begins a reply; the rest happens by itself.
     *
     * @return false where it does not fit into the context, which the listener was told
     * @throws EngineException where no reply can begin
     */
    boolean make(Turn turn, Order order) throws StoreException, EngineException {
        var model = services.models()
                .get()
                .orElseThrow(() -> new EngineException(
                        EngineError.Code.NO_MODEL, "No model is loaded; choose one, then ask for the reply again."));
        var grammar = grammar(order);
        var settled = Modes.settle(order, model, services.toolbox());
        var mode = settled.mode();
        switch (prompts.plan(model, order, mode.thinks(), budget(order.conversation(), mode))) {
            case ContextPlan.TooLong tooLong -> {
                services.listener().onContextFull(turn.conversation(), tooLong);
                return false;
            }
            case ContextPlan.Ready ready -> {
                services.conversations().setModel(turn.conversation(), model.id());
                var journal = begin(order, model, mode);
                turn.began(journal);
                services.listener().onChanged(conversation(turn.conversation()));
                var work = new Work(turn, order, model, mode, ready, journal, grammar);
                if (settled.open()) {
                    ask(work);
                } else {
                    write(work);
                }
                return true;
            }
        }
    }

    /** What the answer is held to: the schema that goes with the question, from where the answer stands. */
    private static @Nullable AnswerGrammar grammar(Order order) throws EngineException {
        var question = Orders.question(order.conversation(), order.answered());
        var schema = question.enclosed().schema();
        try {
            return schema == null
                    ? null
                    : new AnswerGrammar(schema.grammar(), order.start().soFar().answer());
        } catch (SchemaException e) {
            throw new EngineException(EngineError.Code.BAD_GRAMMAR, e.sentence());
        }
    }

    private ReplyInProgress begin(Order order, LoadedModel model, ReplyMode mode) throws StoreException {
        var conversations = services.conversations();
        return switch (order.start()) {
            case Order.Fresh() ->
                conversations.reply(
                        order.answered().id(),
                        ReplyBeginning.of(model.name(), mode).in(order.comparison()),
                        services.listener()::onStoreTrouble);
            case Order.After(var thought, var closed, var _) ->
                conversations.reply(
                        order.answered().id(),
                        ReplyBeginning.of(model.name(), mode).after(thought, closed),
                        services.listener()::onStoreTrouble);
            case Order.Resumed resumed -> {
                var journal = conversations.resume(resumed.reply().id(), services.listener()::onStoreTrouble);
                var landing = resumed.landing();
                if (landing != null) {
                    journal.append(ReplyPart.REASONING, resumed.added());
                    journal.note(course -> course.withLanding(landing).withClosed());
                }
                yield journal;
            }
        };
    }

    /** Has the model itself decide; the reply follows in a later step. */
    private void ask(Work work) {
        try {
            int extra = prompts.count(work.model(), Probe.question());
            if (Probe.isCheap(extra, work.plan().ledger().promptTokens())) {
                var decision = new CompletableFuture<Decision>();
                var request = Probe.request(
                        cache(work.turn().conversation()), work.plan().prompt());
                work.turn().decides(services.engine().decide(request, event -> onProbe(work, event, decision)));
            } else {
                decided(work, Probe.unsure());
            }
        } catch (EngineException e) {
            fail(work, e);
        }
    }

    private void onProbe(Work work, GenerationEvent event, CompletableFuture<Decision> decision) {
        switch (event) {
            case GenerationEvent.Decided answer -> decision.complete(Probe.decision(answer));
            case GenerationEvent.PromptCounted _, GenerationEvent.PromptProgress _, GenerationEvent.Stalled _ ->
                services.listener()
                        .onEvent(
                                work.turn().conversation(),
                                work.journal().message().id(),
                                event);
            case Finished(var reason, var _, var _) -> {
                if (reason == StopReason.CANCELLED) {
                    end(work, ReplyOutcome.interrupted());
                } else {
                    // where asking failed, the reply itself shows whether the engine is well
                    steps.execute(() -> decided(work, decision.getNow(Probe.unsure())));
                }
            }
            default -> {}
        }
    }

    private void decided(Work work, Decision decision) {
        var mode = work.mode().with(decision);
        try {
            var plan = mode.thinks() ? work.plan() : prompts.plan(work.model(), work.order(), false, Budget.NONE);
            write(work.with(mode, plan instanceof ContextPlan.Ready ready ? ready : work.plan()));
        } catch (EngineException e) {
            fail(work, e);
        }
    }

    /** Generates, within the time that Auto is granted. */
    private void write(Work work) {
        try {
            var mode = work.mode();
            var budget = budget(work.order().conversation(), mode);
            var seconds = services.thinking().get().answerWithinSeconds();
            if (seconds != null && isTimed(mode)) {
                var timed = budget.atMost(within(seconds, work));
                if (timed.tokens() < LEAST_TIMED_THOUGHT && timed.compareTo(budget) < 0) {
                    var direct = new Decision(false, By.RULES, Reason.TIME, List.of(seconds.toString()));
                    var plan = prompts.plan(work.model(), work.order(), false, Budget.NONE);
                    if (plan instanceof ContextPlan.Ready ready) {
                        generate(work.with(mode.with(direct), ready), Budget.NONE);
                        return;
                    }
                }
                budget = timed;
            }
            generate(work, budget);
        } catch (EngineException e) {
            fail(work, e);
        } catch (StoreException e) {
            services.listener().onStoreTrouble(e);
            generate(work, budget(work.order().conversation(), work.mode()));
        }
    }

    private static boolean isTimed(ReplyMode mode) {
        var decision = mode.decision();
        return mode.asked() == ThinkingChoice.AUTO
                && mode.thinks()
                && decision != null
                && decision.by() != By.USER
                && decision.reason() != Reason.ALWAYS;
    }

    private Budget within(int seconds, Work work) throws StoreException {
        var ledger = work.plan().ledger();
        boolean warm = prompts.contextBegins(work.turn().conversation()).isPresent();
        int unread = warm ? ledger.thisTurn() + ledger.overhead() : ledger.promptTokens();
        return Speed.of(services.conversations(), work.model().name())
                .map(speed -> new Budget(speed.tokensWithin(seconds, unread)))
                .orElse(Budget.UNLIMITED);
    }

    private void generate(Work work, Budget budget) {
        var model = work.model();
        var mode = work.mode();
        var listener = services.listener();
        var id = work.turn().conversation();
        prompts.keep(id, work.plan());
        work.journal().settleMode(mode);
        var decision = mode.decision();
        if (decision != null) {
            listener.onDecided(id, work.journal().message().id(), decision);
        }
        listener.onPlanned(id, work.plan());
        var settings = work.order().conversation().settings();
        var own = settings.sampling();
        boolean tools = settings.tools() && model.template().kind().rendersTools();
        var grammar = work.grammar();
        var request = GenerationRequest.of(work.plan().prompt(), work.plan().start())
                .withConversation(cache(id))
                .withSampling(own == null ? model.sampling(mode.thinks(), tools || grammar != null) : own)
                .withMaxTokens(model.maxTokens(mode.thinks()))
                .withGrammar(grammar)
                .withThinking(Room.limit(model, budget));
        var parts = new RunningReply.Parts(
                id,
                work.journal(),
                work.plan().ledger(),
                tools,
                grammar != null,
                services.thinking().get().landsLoops());
        var running = new RunningReply(parts, listener, message -> onEnd.accept(work.turn(), message));
        work.turn().writes(running);
        running.start(services.engine(), request);
    }

    private void fail(Work work, EngineException failure) {
        end(
                work,
                new ReplyOutcome(
                        StopReason.ERROR, null, List.of(), failure.error().message()));
    }

    private void end(Work work, ReplyOutcome outcome) {
        var _ = work.journal()
                .finish(outcome)
                .whenComplete((message, _) -> onEnd.accept(
                        work.turn(), message == null ? work.journal().snapshot() : message));
    }

    /** The conversation's budget; the user's own wish for a thought wins over none. */
    private static Budget budget(Conversation conversation, ReplyMode mode) {
        var budget = conversation.settings().budget();
        var decision = mode.decision();
        boolean wished = decision != null && decision.by() == By.USER;
        return mode.thinks() && wished && budget.isNone() ? Budget.UNLIMITED : budget;
    }

    /** The name of a conversation's KV cache. */
    static String cache(long conversation) {
        return "conversation-" + conversation;
    }

    private Conversation conversation(long id) throws StoreException {
        return services.conversations().find(id).orElseThrow(() -> new NoSuchElementException("no conversation " + id));
    }
}
