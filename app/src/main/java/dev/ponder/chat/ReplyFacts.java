package dev.ponder.chat;

import dev.ponder.engine.GenerationEvent.StopReason;
import org.jspecify.annotations.Nullable;

/**
 * How a reply came to be.
 *
 * @param model the model's name
 * @param mode how it was to be made
 * @param thought what became of its thought
 * @param figures what it cost; null while it streams, and where a crash took the count
 * @param stop why it ended; null while it streams and after a crash
 * @param error a sentence for the user where it failed
 */
public record ReplyFacts(
        String model,
        ReplyMode mode,
        ThoughtCourse thought,
        @Nullable ReplyFigures figures,
        @Nullable StopReason stop,
        @Nullable String error) {

    /** Of a reply that begins. */
    public static ReplyFacts beginning(String model, ReplyMode mode) {
        return new ReplyFacts(model, mode, ThoughtCourse.NONE, null, null, null);
    }

    /** Whether it was to think. */
    public boolean thinking() {
        return mode.thinks();
    }

    ReplyFacts withMode(ReplyMode settled) {
        return new ReplyFacts(model, settled, thought, figures, stop, error);
    }

    ReplyFacts withThought(ThoughtCourse course) {
        return new ReplyFacts(model, mode, course, figures, stop, error);
    }

    ReplyFacts ended(@Nullable ReplyFigures cost, StopReason why, @Nullable String sentence) {
        return new ReplyFacts(model, mode, thought, cost, why, sentence);
    }
}
