package dev.ponder.engine;

import dev.ponder.llama.LlamaModel;
import dev.ponder.llama.SamplerChain;
import java.util.BitSet;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The samplers of one reply: a free chain, one bound to the grammar for the answer where there is a grammar, and one that
 * draws nothing but the beginning of an answer. A grammar binds the answer alone; the thought before it stays free.
 */
final class SamplerChains implements AutoCloseable {
    private final LlamaModel model;
    private final Sampling sampling;
    private final SamplerChain free;
    private final @Nullable SamplerChain bound;
    private @Nullable SamplerChain insisting;

    private SamplerChains(LlamaModel model, Sampling sampling, SamplerChain free, @Nullable SamplerChain bound) {
        this.model = model;
        this.sampling = sampling;
        this.free = free;
        this.bound = bound;
    }

    /**
     * The samplers of a reply.
     *
     * @param written the tokens of the answer that is there already
     * @throws EngineException when the grammar cannot be read
     */
    static SamplerChains of(LlamaModel model, Sampling sampling, @Nullable AnswerGrammar grammar, int[] written)
            throws EngineException {
        var forbidden = model.vocabulary().unused();
        var free = new SamplerChain(model);
        free.forbid(forbidden);
        fill(free, sampling);
        if (grammar == null) {
            return new SamplerChains(model, sampling, free, null);
        }
        var bound = new SamplerChain(model);
        if (!bound.grammar(grammar.gbnf())) {
            free.close();
            bound.close();
            throw new EngineException(
                    EngineError.Code.BAD_GRAMMAR,
                    "The grammar cannot be read: it must be GBNF with a rule named root; check it and try again.");
        }
        // nothing but the grammar is in the chain yet: it goes on where the answer stands
        for (int id : written) {
            bound.accept(id);
        }
        bound.forbid(noText(model, forbidden));
        fill(bound, sampling);
        return new SamplerChains(model, sampling, free, bound);
    }

    /** What is no text: tags, which a grammar would take for their spelling. The end of the turn is the grammar's affair. */
    private static BitSet noText(LlamaModel model, BitSet forbidden) {
        var vocabulary = model.vocabulary();
        var ids = vocabulary.special();
        for (int id = ids.nextSetBit(0); id >= 0; id = ids.nextSetBit(id + 1)) {
            ids.set(id, !vocabulary.isEnd(id));
        }
        ids.or(forbidden);
        return ids;
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

    /** The chain that draws visible text: no end, no tag, no blank space. Made when it is first needed. */
    SamplerChain insisting() {
        var chain = insisting;
        if (chain == null) {
            chain = new SamplerChain(model);
            chain.forbid(noAnswer());
            fill(chain, sampling);
            insisting = chain;
        }
        return chain;
    }

    private BitSet noAnswer() {
        var vocabulary = model.vocabulary();
        var ids = vocabulary.special();
        ids.or(vocabulary.blank());
        for (int id = 0; id < vocabulary.size(); id++) {
            // where tags are spelled out, one may begin so
            ids.set(id, ids.get(id) || vocabulary.isEnd(id) || vocabulary.piece(id)[0] == '<');
        }
        return ids;
    }

    @Override
    public void close() {
        free.close();
        if (insisting != null) {
            insisting.close();
        }
        if (bound != null) {
            bound.close();
        }
    }
}
