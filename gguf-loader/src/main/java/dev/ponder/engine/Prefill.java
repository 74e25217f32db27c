package dev.ponder.engine;

import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.GenerationEvent.PromptCounted;
import dev.ponder.engine.GenerationEvent.PromptProgress;
import dev.ponder.qwen.Prompt;
import org.jspecify.annotations.Nullable;

/**
 * Brings a prompt into the context: what a cache has of it is kept, the rest is computed in batches, between which it can
 * be cancelled. Belongs to the engine's thread.
 */
final class Prefill {
    private final LoadedModel model;
    private final LoadedModel.Workspace workspace;
    private final Sequence sequence;
    private final GenerationMeter meter;
    private final GenerationRun run;

    /** Refuses where only the vocabulary is loaded. */
    Prefill(LoadedModel model, NativeClock clock, GenerationRun run) throws EngineException {
        this.model = model;
        this.run = run;
        workspace = model.requireWorkspace();
        sequence = new Sequence(workspace, clock);
        meter = new GenerationMeter(clock, workspace.context());
    }

    Sequence sequence() {
        return sequence;
    }

    GenerationMeter meter() {
        return meter;
    }

    /**
     * The ids of a prompt.
     *
     * @param behind tokens that the context has to hold behind it
     * @throws EngineException when there are none, one lies outside the vocabulary, or they do not fit
     */
    int[] tokenize(Prompt prompt, int behind) throws EngineException {
        var ids = model.tokenizer().tokenize(prompt);
        if (ids.length == 0) {
            throw new EngineException(Code.BAD_REQUEST, "The prompt is empty; write something first.");
        }
        int size = workspace.context().size();
        if (ids.length > size - behind) {
            throw new EngineException(
                    Code.PROMPT_TOO_LONG,
                    "The prompt has " + ids.length + " tokens and the context holds " + size
                            + ", so there is no room for a reply; shorten it or choose a larger context.");
        }
        return ids;
    }

    /** How many tokens the context holds behind a prompt. */
    int roomBehind(int[] prompt) {
        return workspace.context().size() - prompt.length;
    }

    /**
     * Finds what the caches have of a prompt.
     *
     * @param conversation whose prompt it is; null for one that neither finds nor leaves anything
     * @param wanted how many of its tokens need no computing where a cache has them: all, or all but the last, whose
     *     logits are needed
     * @return how many of the wanted are there
     */
    int prepare(@Nullable String conversation, int[] prompt, int wanted) {
        int done = workspace.cache().prepare(conversation, prompt, wanted);
        run.emit(new PromptCounted(prompt.length, done));
        return done;
    }

    /**
     * Computes what is missing.
     *
     * @param done tokens that are there
     * @param batch most tokens between two looks at the cancel flag
     * @return false when cancelled; what was computed by then stays
     */
    boolean compute(int[] prompt, int done, int batch) throws EngineException {
        int at = done;
        while (at < prompt.length) {
            if (run.cancelled()) {
                return false;
            }
            int count = Math.min(batch, prompt.length - at);
            sequence.append(prompt, at, count);
            at += count;
            run.emit(new PromptProgress(at, prompt.length));
        }
        meter.promptDone();
        return true;
    }
}
