package dev.ponder.engine;

import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.GenerationEvent.Decided;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.TokenCounts;
import dev.ponder.llama.LlamaContext;
import java.util.ArrayList;
import java.util.Arrays;

/** Compares options by the logits after a prompt. Belongs to the engine's thread. */
final class Decision {
    private final LoadedModel model;
    private final Prefill prefill;
    private final GenerationRun run;
    private TokenCounts counts = TokenCounts.NONE;

    Decision(LoadedModel model, NativeClock clock, GenerationRun run) throws EngineException {
        this.model = model;
        this.run = run;
        prefill = new Prefill(model, clock, run);
    }

    /** Works and emits every event. A decision cancelled before it began leaves every cache as it was. */
    void run(DecisionRequest request) {
        try {
            var reason = run.cancelled() || !decide(request) ? StopReason.CANCELLED : StopReason.STOP;
            run.finish(reason, counts, prefill.meter().timings());
        } catch (EngineException e) {
            run.fail(e.error(), counts, prefill.meter().timings());
        }
    }

    private boolean decide(DecisionRequest request) throws EngineException {
        var options = firstTokens(request);
        var ids = prefill.tokenize(request.prompt(), 0);
        int cached = prefill.prepare(request.conversation(), ids, ids.length - 1);
        counts = new TokenCounts(ids.length, cached, 0, 0, 0, 0, 0, 0);
        if (!prefill.compute(ids, cached, LlamaContext.BATCH)) {
            return false;
        }
        compare(options);
        return true;
    }

    private int[] firstTokens(DecisionRequest request) throws EngineException {
        var vocabulary = model.model().vocabulary();
        var firsts = request.options().stream()
                .mapToInt(option -> vocabulary.tokenize(option, false)[0])
                .toArray();
        if (Arrays.stream(firsts).distinct().count() < firsts.length) {
            throw new EngineException(
                    Code.BAD_REQUEST, "Two options begin with the same token; choose options that differ there.");
        }
        return firsts;
    }

    private void compare(int[] options) throws EngineException {
        var vocabulary = model.model().vocabulary();
        var logits = model.requireWorkspace().context().logits(vocabulary.size());
        var chosen = new ArrayList<Double>();
        for (int option : options) {
            chosen.add((double) logits.of(option));
        }
        run.emit(new Decided(chosen, logits.greatest(vocabulary.unused())));
    }
}
