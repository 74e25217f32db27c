package dev.ponder.engine;

import dev.ponder.engine.GenerationEvent.Timings;
import dev.ponder.llama.LlamaContext;

/** Takes the time of one reply. */
final class GenerationMeter {
    private static final double MILLI = 1e6;

    private final NativeClock clock;
    private final LlamaContext context;
    private final long start = System.nanoTime();
    private final long nativeBefore;
    private long phaseStart = start;
    private long promptNanos;
    private long reasoningNanos;
    private long answerNanos;

    GenerationMeter(NativeClock clock, LlamaContext context) {
        this.clock = clock;
        this.context = context;
        nativeBefore = clock.spentNanos();
        context.resetTimers();
    }

    NativeClock clock() {
        return clock;
    }

    /** The prompt is in the context. A GPU may still be at work on it: only then are its logits ready. */
    void promptDone() {
        clock.timeInt(() -> {
            context.synchronize();
            return 0;
        });
        promptNanos = lap();
    }

    /** A token was drawn, and before that decoded. */
    void tokenDone(boolean thinking) {
        long nanos = lap();
        if (thinking) {
            reasoningNanos += nanos;
        } else {
            answerNanos += nanos;
        }
    }

    private long lap() {
        long now = System.nanoTime();
        long nanos = now - phaseStart;
        phaseStart = now;
        return nanos;
    }

    Timings timings() {
        long total = System.nanoTime() - start;
        long inNative = clock.spentNanos() - nativeBefore;
        var timers = context.timers();
        return new Timings(
                promptNanos / MILLI,
                reasoningNanos / MILLI,
                answerNanos / MILLI,
                timers.promptMillis(),
                timers.decodeMillis(),
                timers.decodeTokens(),
                (total - inNative) / MILLI);
    }
}
