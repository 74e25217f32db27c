package dev.ponder.engine;

import dev.ponder.engine.EngineError.Code;
import dev.ponder.llama.LlamaContext;

/**
 * The tokens in the context: appends more, and keeps the prefix cache's account of them. Belongs to the engine's thread.
 */
final class Sequence {
    private final LlamaContext context;
    private final PrefixCache cache;
    private final NativeClock clock;

    Sequence(LoadedModel.Workspace workspace, NativeClock clock) {
        context = workspace.context();
        cache = workspace.cache();
        this.clock = clock;
    }

    /** How many more tokens the context holds. */
    int room() {
        return context.size() - cache.size();
    }

    /** Appends a token and computes the logits after it. */
    void append(int id) throws EngineException {
        check(clock.timeInt(() -> context.decode(id)));
        cache.appended(id);
    }

    /**
     * Appends tokens and computes the logits after the last.
     *
     * @param count at most {@link LlamaContext#BATCH}
     */
    void append(int[] ids, int from, int count) throws EngineException {
        check(clock.timeInt(() -> context.decode(ids, from, count)));
        cache.appended(ids, from, count);
    }

    /** Codes of {@code llama_decode}: after a failure the context holds something unknown, so it is emptied. */
    private void check(int code) throws EngineException {
        if (code == 0) {
            return;
        }
        cache.clear();
        throw new EngineException(
                Code.COMPUTE_FAILED,
                code == 1
                        ? "The context is full and llama.cpp found no room for more tokens; choose a larger context."
                        : "llama.cpp failed to compute (code " + code
                                + "); try again, and on a GPU with fewer layers.");
    }
}
