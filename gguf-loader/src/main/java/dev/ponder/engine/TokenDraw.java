package dev.ponder.engine;

import dev.ponder.llama.LlamaContext;
import dev.ponder.llama.SamplerChain;

/** Draws the tokens of a reply, each by the samplers that its place asks for. Belongs to the engine's thread. */
final class TokenDraw implements AutoCloseable {
    private final SamplerChains samplers;
    private final LlamaContext context;
    private final Reply reply;
    private final NativeClock clock;

    TokenDraw(SamplerChains samplers, LlamaContext context, Reply reply, NativeClock clock) {
        this.samplers = samplers;
        this.context = context;
        this.reply = reply;
        this.clock = clock;
    }

    /** Draws the next token. */
    int next() {
        if (!samplers.hasGrammar() || reply.thinking()) {
            return sample(samplers.free());
        }
        if (reply.begun()) {
            return sample(samplers.forAnswer());
        }
        // the first token decides: a thought may open freely, anything else is the answer and bound
        int id = sample(samplers.free());
        return reply.opensThought(id) ? id : sample(samplers.forAnswer());
    }

    /** Draws a token that the answer can begin with; for use outside a thought. A grammar decides by itself. */
    int beginAnswer() {
        if (samplers.hasGrammar()) {
            return sample(samplers.forAnswer());
        }
        int id = sample(samplers.insisting());
        samplers.free().accept(id);
        return id;
    }

    /** Whether a grammar binds the answer. */
    boolean isBound() {
        return samplers.hasGrammar();
    }

    /** Tells the samplers of a token that Ponder wrote. */
    void written(int id) {
        samplers.free().accept(id);
    }

    private int sample(SamplerChain chain) {
        return clock.timeInt(() -> chain.sample(context));
    }

    @Override
    public void close() {
        samplers.close();
    }
}
