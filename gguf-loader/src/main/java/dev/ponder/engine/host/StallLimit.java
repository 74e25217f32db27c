package dev.ponder.engine.host;

import dev.ponder.engine.GenerationEvent;
import dev.ponder.engine.GenerationEvent.PromptCounted;
import dev.ponder.engine.GenerationEvent.PromptProgress;
import java.time.Duration;

/**
 * How long a native call may go on without progress before its process is ended: thirty times what a prefill batch of
 * 512 tokens should take by the speed last measured, but never less than two minutes. Before anything was measured, 15
 * minutes: a large model from a slow disk, or a GPU driver that compiles its shaders, may need that once. One thread at
 * a time.
 */
final class StallLimit {
    private static final Duration LEAST = Duration.ofMinutes(2);
    private static final Duration UNMEASURED = Duration.ofMinutes(15);
    private static final int BATCH_TOKENS = 512;
    private static final int FACTOR = 30;

    /** Fewer tokens say little about the speed of a batch. */
    private static final int LEAST_TOKENS = 32;

    private Duration limit = UNMEASURED;
    private int tokens;
    private long since;

    /** Measures the speed of prefill from the events of a generation; {@code now} in nanoseconds. */
    void onEvent(GenerationEvent event, long now) {
        switch (event) {
            case PromptCounted(var _, var cached) -> mark(cached, now);
            case PromptProgress(var processed, var _) -> {
                measure(processed - tokens, now - since);
                mark(processed, now);
            }
            default -> {}
        }
    }

    private void mark(int count, long now) {
        tokens = count;
        since = now;
    }

    private void measure(int count, long nanos) {
        if (count >= LEAST_TOKENS) {
            var scaled = Duration.ofNanos(nanos / count * BATCH_TOKENS * FACTOR);
            limit = scaled.compareTo(LEAST) > 0 ? scaled : LEAST;
        }
    }

    /** The limit now. */
    Duration limit() {
        return limit;
    }
}
