package dev.ponder.ui;

import dev.ponder.chat.ContextPlan;
import dev.ponder.chat.Conversation;
import dev.ponder.chat.Ledger;
import dev.ponder.chat.Message;
import dev.ponder.chat.ReplyPart;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.host.SupervisorListener;
import dev.ponder.engine.host.SupervisorState;
import dev.ponder.replies.ReplyListener;
import dev.ponder.store.StoreException;
import dev.ponder.thinking.Decision;
import dev.ponder.ui.chat.ChatEvent;
import dev.ponder.ui.chat.ChatEvent.Phase;
import dev.ponder.ui.common.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What happens to replies, brought to the window: text straight into the transcript's buffer, everything else as events on
 * the JavaFX thread.
 */
final class ReplyEvents implements ReplyListener, SupervisorListener {
    private static final double MILLIS = 1000;

    private final List<ChatEvent> early = new ArrayList<>();
    private @Nullable Consumer<? super ChatEvent> observer;
    private volatile @Nullable StreamedText streamed;

    /** Sets who is told; what happened before comes first. Belongs to the JavaFX thread. */
    void observe(Consumer<? super ChatEvent> consumer) {
        observer = consumer;
        early.forEach(consumer);
        early.clear();
    }

    /** Sets where what streams goes. */
    void show(StreamedText shown) {
        streamed = shown;
    }

    /** What was asked for turned out to be done already. */
    void onNothingLeft(Conversation conversation) {
        tell(new ChatEvent.Changed(conversation));
        tell(new ChatEvent.Ended(conversation.id()));
    }

    private void tell(ChatEvent event) {
        Fx.later(() -> {
            if (observer == null) {
                early.add(event);
            } else {
                observer.accept(event);
            }
        });
    }

    @Override
    public void onChanged(Conversation conversation) {
        tell(new ChatEvent.Changed(conversation));
    }

    @Override
    public void onListChanged() {
        tell(new ChatEvent.ListChanged());
    }

    @Override
    public void onPlanned(long conversation, ContextPlan.Ready plan) {
        tell(new ChatEvent.Usage(conversation, plan.ledger()));
    }

    @Override
    public void onUsed(long conversation, Ledger ledger) {
        tell(new ChatEvent.Usage(conversation, ledger));
    }

    @Override
    public void onContextFull(long conversation, ContextPlan.TooLong plan) {
        tell(new ChatEvent.Usage(conversation, plan.ledger()));
        tell(new ChatEvent.ContextFull(conversation, plan.lastTurnFits()));
        tell(new ChatEvent.Ended(conversation));
    }

    @Override
    public void onRefused(long conversation, EngineException reason) {
        tell(new ChatEvent.Failed(conversation, reason));
        tell(new ChatEvent.Ended(conversation));
    }

    @Override
    public void onEvent(long conversation, long reply, GenerationEvent event) {
        var shown = streamed;
        if (shown != null) {
            shown.onEvent(ConversationItems.id(reply), event);
        }
        switch (event) {
            case GenerationEvent.PromptCounted(var tokens, var cached) ->
                tell(new ChatEvent.Progress(conversation, Phase.READING, cached, tokens));
            case GenerationEvent.PromptProgress(var done, var tokens) ->
                tell(new ChatEvent.Progress(conversation, Phase.READING, done, tokens));
            case GenerationEvent.ReasoningStarted() -> tell(new ChatEvent.Progress(conversation, Phase.THINKING, 0, 0));
            case GenerationEvent.ReasoningEnded() -> tell(new ChatEvent.Progress(conversation, Phase.ANSWERING, 0, 0));
            case GenerationEvent.Finished finished -> onFinished(finished);
            default -> {}
        }
    }

    private void onFinished(GenerationEvent.Finished finished) {
        double millis =
                finished.timings().reasoningMillis() + finished.timings().answerMillis();
        int tokens = finished.tokens().generated();
        if (tokens > 1 && millis > 0) {
            tell(new ChatEvent.Speed(tokens * MILLIS / millis));
        }
    }

    @Override
    public void onDecided(long conversation, long reply, Decision decision) {
        var shown = streamed;
        if (shown != null) {
            shown.onDecided(ConversationItems.id(reply), decision);
        }
    }

    @Override
    public void onLoop(long conversation, long reply, ReplyPart part, boolean ended) {
        tell(new ChatEvent.Loop(conversation, part == ReplyPart.REASONING, ended));
    }

    @Override
    public void onEnded(Conversation conversation, Message reply) {
        tell(new ChatEvent.Changed(conversation));
        tell(new ChatEvent.Ended(conversation.id()));
    }

    @Override
    public void onStoreTrouble(StoreException trouble) {
        tell(new ChatEvent.Failed(0, trouble));
    }

    @Override
    public void onState(SupervisorState state) {
        tell(new ChatEvent.Engine(state));
    }
}
