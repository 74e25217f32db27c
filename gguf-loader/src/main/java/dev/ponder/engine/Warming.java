package dev.ponder.engine;

import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.TokenCounts;
import dev.ponder.qwen.Prompt;

/** Makes a conversation's cache hold exactly a prompt. Belongs to the engine's thread. */
final class Warming {

    /** Small, since somebody who writes the next message is not to wait for a batch of 512 on a slow machine. */
    private static final int BATCH = 64;

    private final Prefill prefill;
    private final GenerationRun run;
    private TokenCounts counts = TokenCounts.NONE;

    Warming(LoadedModel model, NativeClock clock, GenerationRun run) throws EngineException {
        this.run = run;
        prefill = new Prefill(model, clock, run);
    }

    /** Works and emits every event. A warming cancelled before it began leaves every cache as it was. */
    void run(String conversation, Prompt prompt) {
        try {
            var reason = run.cancelled() || !warm(conversation, prompt) ? StopReason.CANCELLED : StopReason.STOP;
            run.finish(reason, counts, prefill.meter().timings());
        } catch (EngineException e) {
            run.fail(e.error(), counts, prefill.meter().timings());
        }
    }

    private boolean warm(String conversation, Prompt prompt) throws EngineException {
        var ids = prefill.tokenize(prompt, 0);
        int cached = prefill.prepare(conversation, ids, ids.length);
        counts = new TokenCounts(ids.length, cached, 0, 0, 0, 0, 0, 0);
        return prefill.compute(ids, cached, BATCH);
    }
}
