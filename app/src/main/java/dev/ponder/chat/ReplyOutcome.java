package dev.ponder.chat;

import dev.ponder.engine.GenerationEvent.Finished;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.qwen.ToolCall;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a reply ended.
 *
 * @param stop why
 * @param figures what it cost; null where nobody counted
 * @param toolCalls calls that the model made
 * @param error a sentence for the user, null unless it failed; never chat text
 * @param bound whether its answer had to have a form, which it has only where it came to its own end
 */
public record ReplyOutcome(
        StopReason stop,
        @Nullable ReplyFigures figures,
        List<ToolCall> toolCalls,
        @Nullable String error,
        boolean bound) {

    /** How a reply ended whose answer is free. */
    public ReplyOutcome(
            StopReason stop, @Nullable ReplyFigures figures, List<ToolCall> toolCalls, @Nullable String error) {
        this(stop, figures, toolCalls, error, false);
    }

    public ReplyOutcome {
        toolCalls = List.copyOf(toolCalls);
    }

    /** The outcome that the engine reports. */
    public static ReplyOutcome of(Finished finished) {
        return new ReplyOutcome(finished.reason(), ReplyFigures.of(finished), List.of(), null, false);
    }

    /** A reply that was cut off with nobody left to count. */
    public static ReplyOutcome interrupted() {
        return new ReplyOutcome(StopReason.CANCELLED, null, List.of(), null, false);
    }

    /** The same with calls of tools. */
    public ReplyOutcome withToolCalls(List<ToolCall> calls) {
        return new ReplyOutcome(stop, figures, calls, error, bound);
    }

    /** The same with what went wrong. */
    public ReplyOutcome withError(String sentence) {
        return new ReplyOutcome(stop, figures, toolCalls, sentence, bound);
    }

    /** The same of an answer that had to have a form. */
    public ReplyOutcome ofBoundAnswer() {
        return new ReplyOutcome(stop, figures, toolCalls, error, true);
    }

    /** The state that the message ends in. */
    MessageState state() {
        return switch (stop) {
            case STOP -> MessageState.COMPLETE;
            case LENGTH -> bound ? MessageState.INTERRUPTED : MessageState.COMPLETE;
            case CANCELLED -> MessageState.INTERRUPTED;
            case ERROR -> MessageState.FAILED;
        };
    }
}
