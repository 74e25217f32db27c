package dev.ponder.replies;

import dev.ponder.chat.Ledger;
import dev.ponder.chat.Message;
import dev.ponder.chat.ReplyInProgress;
import dev.ponder.chat.ReplyOutcome;
import dev.ponder.chat.ReplyPart;
import dev.ponder.chat.ThoughtCourse;
import dev.ponder.chat.ThoughtCourse.Grant;
import dev.ponder.chat.ThoughtCourse.Landing;
import dev.ponder.engine.Engine;
import dev.ponder.engine.Generation;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Failed;
import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.ReasoningEnded;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.ThinkingPlanned;
import dev.ponder.engine.GenerationEvent.ToolCallText;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.LandedBy;
import dev.ponder.qwen.ToolCall;
import dev.ponder.store.StoreException;
import dev.ponder.thinking.Budget;
import dev.ponder.tools.ToolCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A reply under way: what the engine says goes to the journal and to the listener, and is watched for loops. */
final class RunningReply {

    /**
     * What a reply is made of.
     *
     * @param conversation where
     * @param journal keeps it
     * @param ledger of its prompt
     * @param callsTools whether tools are offered; else what looks like a call is text
     * @param bound whether the answer is held to a form
     * @param landsLoops whether a loop is ended without asking
     */
    record Parts(
            long conversation,
            ReplyInProgress journal,
            Ledger ledger,
            boolean callsTools,
            boolean bound,
            boolean landsLoops) {}

    private final Parts parts;
    private final ReplyListener listener;
    private final Consumer<Message> onEnd;
    private final LoopAlarm alarm;
    private final List<ToolCall> calls = new ArrayList<>();
    private @Nullable Generation generation;
    private @Nullable LandedBy wantedLanding;
    private boolean stopped;
    private boolean closed;
    private @Nullable String openCall;
    private @Nullable String error;

    RunningReply(Parts parts, ReplyListener listener, Consumer<Message> onEnd) {
        this.parts = parts;
        this.listener = listener;
        this.onEnd = onEnd;
        alarm = new LoopAlarm(parts.journal().message());
    }

    void start(Engine engine, GenerationRequest request) {
        var begun = engine.generate(request, this::onEvent);
        boolean stopNow;
        LandedBy landNow;
        synchronized (this) {
            generation = begun;
            stopNow = stopped;
            landNow = wantedLanding;
        }
        if (stopNow) {
            begun.cancel();
        } else if (landNow != null) {
            begun.land(landNow);
        }
    }

    /** The reply as it is now. */
    Message snapshot() {
        return parts.journal().snapshot();
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

    void land(LandedBy by) {
        Generation begun;
        synchronized (this) {
            wantedLanding = by;
            begun = generation;
        }
        if (begun != null) {
            begun.land(by);
        }
    }

    /** Takes a loop for no loop from now on. */
    void letThink() {
        alarm.silence();
        note(course -> course.withLoop(null));
    }

    private void onEvent(GenerationEvent event) {
        switch (event) {
            case ThinkingPlanned(var granted, var asked) ->
                note(course -> course.withGrant(new Grant(new Budget(asked), granted)));
            case ReasoningText(var text) -> append(ReplyPart.REASONING, text);
            case Landed(var at, var by) -> {
                alarm.silence();
                note(course -> course.withLanding(new Landing(at, by)));
            }
            case ReasoningEnded() -> close();
            case AnswerText(var text) -> {
                close();
                append(ReplyPart.ANSWER, text);
            }
            case ToolCallText(var body, var whole) -> onCall(body, whole);
            case Failed(var failure) -> error = failure.message();
            default -> {}
        }
        listener.onEvent(parts.conversation(), parts.journal().message().id(), event);
        if (event instanceof Finished finished) {
            end(finished);
        }
    }

    private void append(ReplyPart part, String text) {
        parts.journal().append(part, text);
        alarm.accept(part, text).ifPresent(from -> onLoop(part, from));
    }

    private void close() {
        if (!closed) {
            closed = true;
            alarm.listenAgain();
            note(ThoughtCourse::withClosed);
        }
    }

    private void onCall(String body, boolean whole) {
        close();
        if (!parts.callsTools()) {
            // what looks like a call is shown as the model wrote it
            append(ReplyPart.ANSWER, body);
        } else if (whole) {
            calls.add(ToolCalls.of(body));
        } else {
            openCall = body;
        }
    }

    private void onLoop(ReplyPart part, int from) {
        note(course -> course.withLoop(new ThoughtCourse.Loop(part, from)));
        boolean ends = parts.landsLoops();
        listener.onLoop(parts.conversation(), parts.journal().message().id(), part, ends);
        if (ends && part == ReplyPart.REASONING) {
            land(LandedBy.LOOP);
        } else if (ends) {
            stop();
        }
    }

    private void note(UnaryOperator<ThoughtCourse> what) {
        parts.journal().note(what);
    }

    private void end(Finished finished) {
        var call = openCall;
        if (call != null && finished.reason() == StopReason.STOP) {
            // the model ended its turn without the closing tag
            calls.add(ToolCalls.of(call));
        }
        listener.onUsed(
                parts.conversation(), parts.ledger().withReply(finished.tokens().answer()));
        var all = ReplyOutcome.of(finished).withToolCalls(calls);
        var outcome = parts.bound() ? all.ofBoundAnswer() : all;
        var _ = parts.journal()
                .finish(error == null ? outcome : outcome.withError(error))
                .whenComplete((message, failure) -> {
                    if (message != null) {
                        onEnd.accept(message);
                    } else {
                        onEnd.accept(parts.journal().snapshot());
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
