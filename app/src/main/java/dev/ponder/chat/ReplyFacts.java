package dev.ponder.chat;

import dev.ponder.engine.GenerationEvent.StopReason;
import org.jspecify.annotations.Nullable;

/**
 * How a reply came to be.
 *
 * @param model the model's name
 * @param thinking whether it was to think
 * @param figures what it cost; null while it streams, and where a crash took the count
 * @param stop why it ended; null while it streams and after a crash
 * @param error a sentence for the user where it failed
 */
public record ReplyFacts(
        String model,
        boolean thinking,
        @Nullable ReplyFigures figures,
        @Nullable StopReason stop,
        @Nullable String error) {

    /** Of a reply that begins. */
    public static ReplyFacts beginning(String model, boolean thinking) {
        return new ReplyFacts(model, thinking, null, null, null);
    }
}
