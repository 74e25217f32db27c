package dev.ponder.engine;

import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.ThinkingPlanned;
import dev.ponder.llama.LlamaContext;
import dev.ponder.llama.SamplerChain;
import dev.ponder.llama.Vocabulary;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.util.List;

/**
 * Generates one reply: prefill in batches, then one decode and one draw a token, until something ends it. Belongs to the
 * engine's thread.
 */
final class Generator {

    /** What the template writes between the thought and the answer. */
    private static final Prompt BLANK_LINE = new Prompt(List.of(new Prompt.Text("\n\n")));

    private final LoadedModel model;
    private final LlamaContext context;
    private final Vocabulary vocabulary;
    private final GenerationRequest request;
    private final GenerationRun run;
    private final Prefill prefill;
    private final Sequence sequence;
    private final GenerationMeter meter;
    private final Reply reply;

    /** Refuses where only the vocabulary is loaded. */
    Generator(LoadedModel model, NativeClock clock, GenerationRequest request, GenerationRun run)
            throws EngineException {
        this.model = model;
        this.request = request;
        this.run = run;
        context = model.requireWorkspace().context();
        vocabulary = model.model().vocabulary();
        prefill = new Prefill(model, clock, run);
        sequence = prefill.sequence();
        meter = prefill.meter();
        reply = new Reply(model.tokenizer(), vocabulary, request, run);
    }

    /** Generates, emits every event, and leaves the cache consistent with the context. */
    void run() {
        try (var samplers =
                SamplerChains.of(model.model(), vocabulary.unused(), request.sampling(), request.grammar())) {
            var reason = prefill() ? decode(samplers) : StopReason.CANCELLED;
            reply.finish();
            run.finish(reason, reply.counts(), meter.timings());
        } catch (EngineException e) {
            reply.finish();
            run.fail(e.error(), reply.counts(), meter.timings());
        }
    }

    /** Returns false when cancelled. */
    private boolean prefill() throws EngineException {
        var prompt = prefill.tokenize(request.prompt(), 1);
        int cached = prefill.prepare(request.conversation(), prompt, prompt.length - 1);
        reply.prompt(prompt.length, cached);
        if (request.start() != ReplyStart.ANSWER) {
            run.emit(new ThinkingPlanned(
                    request.thinking().budget(), request.thinking().budget()));
        }
        return prefill.compute(prompt, cached, LlamaContext.BATCH);
    }

    private StopReason decode(SamplerChains samplers) throws EngineException {
        int limit = request.maxTokens() == 0 ? Integer.MAX_VALUE : request.maxTokens();
        for (int generated = 1; ; generated++) {
            if (run.cancelled()) {
                return StopReason.CANCELLED;
            }
            int id = draw(samplers);
            if (vocabulary.isEnd(id) && !request.ignoreEnd()) {
                reply.end();
                return StopReason.STOP;
            }
            boolean thinking = reply.thinking();
            reply.accept(id);
            meter.tokenDone(thinking || reply.thinking());
            if (reply.stopped()) {
                return StopReason.STOP;
            }
            if (generated == limit || sequence.room() <= 1) {
                return StopReason.LENGTH;
            }
            sequence.append(id);
            if (samplers.hasGrammar() && thinking && !reply.thinking()) {
                separateAnswer(samplers);
            }
        }
    }

    private int draw(SamplerChains samplers) {
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

    private int sample(SamplerChain chain) {
        return meter.clock().timeInt(() -> chain.sample(context));
    }

    /**
     * Writes the blank line before an answer that a grammar binds: the grammar would forbid it, and without it the model
     * continues a text unlike any it was trained on.
     */
    private void separateAnswer(SamplerChains samplers) throws EngineException {
        for (int id : model.tokenizer().tokenize(BLANK_LINE)) {
            if (sequence.room() > 1) {
                samplers.free().accept(id);
                reply.force(id);
                sequence.append(id);
            }
        }
    }
}
