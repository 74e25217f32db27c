package dev.ponder.engine;

import dev.ponder.llama.LlamaModel;
import dev.ponder.llama.SamplerChain;
import java.util.BitSet;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The samplers of one reply: a free chain, and one bound to the grammar for the answer where there is a grammar. A
 * grammar binds the answer alone; the thought before it stays free.
 */
final class SamplerChains implements AutoCloseable {
    private final SamplerChain free;
    private final @Nullable SamplerChain bound;

    private SamplerChains(SamplerChain free, @Nullable SamplerChain bound) {
        this.free = free;
        this.bound = bound;
    }

    static SamplerChains of(LlamaModel model, BitSet forbidden, Sampling sampling, @Nullable String grammar)
            throws EngineException {
        var free = new SamplerChain(model);
        free.forbid(forbidden);
        fill(free, sampling);
        if (grammar == null) {
            return new SamplerChains(free, null);
        }
        var bound = new SamplerChain(model);
        if (!bound.grammar(grammar)) {
            free.close();
            bound.close();
            throw new EngineException(
                    EngineError.Code.BAD_GRAMMAR,
                    "The grammar cannot be read: it must be GBNF with a rule named root; check it and try again.");
        }
        bound.forbid(forbidden);
        fill(bound, sampling);
        return new SamplerChains(free, bound);
    }

    /** llama.cpp's own order: penalties, top-k, top-p, min-p, temperature. */
    private static void fill(SamplerChain chain, Sampling sampling) {
        if (sampling.temperature() == 0) {
            chain.greedy();
            return;
        }
        if (sampling.presencePenalty() != 0 || sampling.frequencyPenalty() != 0 || sampling.repetitionPenalty() != 1) {
            chain.penalties(
                    Sampling.PENALTY_WINDOW,
                    (float) sampling.repetitionPenalty(),
                    (float) sampling.frequencyPenalty(),
                    (float) sampling.presencePenalty());
        }
        if (sampling.topK() > 0) {
            chain.topK(sampling.topK());
        }
        if (sampling.topP() < 1) {
            chain.topP((float) sampling.topP());
        }
        if (sampling.minP() > 0) {
            chain.minP((float) sampling.minP());
        }
        chain.temperature((float) sampling.temperature());
        chain.draw(seed(sampling));
    }

    private static int seed(Sampling sampling) {
        return sampling.seed() >= 0
                ? (int) sampling.seed()
                : ThreadLocalRandom.current().nextInt(Integer.MAX_VALUE);
    }

    boolean hasGrammar() {
        return bound != null;
    }

    /** The chain that draws outside the answer, or everywhere without a grammar. */
    SamplerChain free() {
        return free;
    }

    /** The chain that draws in the answer. */
    SamplerChain forAnswer() {
        return bound == null ? free : bound;
    }

    @Override
    public void close() {
        free.close();
        if (bound != null) {
            bound.close();
        }
    }
}
