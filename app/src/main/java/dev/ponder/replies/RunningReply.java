package dev.ponder.replies;

import dev.ponder.chat.Ledger;
import dev.ponder.chat.Message;
import dev.ponder.chat.ReplyInProgress;
import dev.ponder.chat.ReplyOutcome;
import dev.ponder.chat.ReplyPart;
import dev.ponder.engine.Engine;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.ToolCallText;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.store.StoreException;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A reply under way: what the engine says goes to the journal and to the listener. */
final class RunningReply {
    private final long conversation;
    private final ReplyInProgress journal;
    private final Ledger ledger;
    private final ReplyListener listener;
    private final BiConsumer<RunningReply, Message> onEnd;
    private @Nullable Generation generation;
    private boolean stopped;
    private @Nullable String error;

    RunningReply(
            long conversation,
            ReplyInProgress journal,
            Ledger ledger,
            ReplyListener listener,
            BiConsumer<RunningReply, Message> onEnd) {
        this.conversation = conversation;
        this.journal = journal;
        this.ledger = ledger;
        this.listener = listener;
        this.onEnd = onEnd;
    }

    void start(Engine engine, GenerationRequest request) {
        var begun = engine.generate(request, this::onEvent);
        boolean stopNow;
        synchronized (this) {
            generation = begun;
            stopNow = stopped;
        }
        if (stopNow) {
            begun.cancel();
        }
    }

    /** The reply as it is now. */
    Message snapshot() {
        return journal.snapshot();
    }

    void stop() {
        Generation begun;
        synchronized (this) {
            stopped = true;
            begun = generation;
        }
        if (begun != null) {
            begun.cancel();
        }
    }

    private void onEvent(GenerationEvent event) {
        switch (event) {
            case ReasoningText(var text) -> journal.append(ReplyPart.REASONING, text);
            case AnswerText(var text) -> journal.append(ReplyPart.ANSWER, text);
            // tools are not offered yet; what looks like a call is shown as the model wrote it
            case ToolCallText(var body, var _) -> journal.append(ReplyPart.ANSWER, body);
            case Failed(var failure) -> error = failure.message();
            default -> {}
        }
        listener.onEvent(conversation, journal.message().id(), event);
        if (event instanceof Finished finished) {
            end(finished);
        }
    }

    private void end(Finished finished) {
        listener.onUsed(conversation, ledger.withReply(finished.tokens().answer()));
        var outcome = ReplyOutcome.of(finished);
        var _ = journal.finish(error == null ? outcome : outcome.withError(error))
                .whenComplete((message, failure) -> {
                    if (message != null) {
                        onEnd.accept(this, message);
                    } else {
                        onEnd.accept(this, journal.snapshot());
                        report(failure);
                    }
                });
    }

    private void report(@Nullable Throwable failure) {
        var cause = failure instanceof CompletionException wrapped ? wrapped.getCause() : failure;
        if (cause instanceof StoreException trouble) {
            listener.onStoreTrouble(trouble);
        }
    }
}
