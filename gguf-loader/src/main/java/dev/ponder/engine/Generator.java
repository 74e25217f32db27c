package dev.ponder.engine;

import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.GenerationEvent.PromptCounted;
import dev.ponder.engine.GenerationEvent.PromptProgress;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.llama.LlamaContext;
import dev.ponder.llama.Vocabulary;
import dev.ponder.qwen.Prompt;
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
    private final PrefixCache cache;
    private final GenerationRequest request;
    private final GenerationRun run;
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
        cache = model.requireWorkspace().cache();
        meter = new GenerationMeter(clock, context);
        reply = new Reply(model.tokenizer(), vocabulary, request, run);
    }

    /** Generates, emits every event, and leaves the cache consistent with the context. */
    void run() {
        try (var samplers =
                SamplerChains.of(model.model(), vocabulary.unused(), request.sampling(), request.grammar())) {
            var prompt = tokens();
            var reason = prefill(prompt) ? decode(samplers) : StopReason.CANCELLED;
            reply.finish();
            run.finish(reason, reply.counts(), meter.timings());
        } catch (EngineException e) {
            reply.finish();
            run.fail(e.error(), reply.counts(), meter.timings());
        }
    }

    private int[] tokens() throws EngineException {
        var prompt = model.tokenizer().tokenize(request.prompt());
        if (prompt.length == 0) {
            throw new EngineException(Code.BAD_REQUEST, "The prompt is empty; write something first.");
        }
        reply.prompt(prompt.length, 0);
        if (prompt.length >= context.size()) {
            throw new EngineException(
                    Code.PROMPT_TOO_LONG,
                    "The prompt has " + prompt.length + " tokens and the context holds " + context.size()
                            + ", so there is no room for a reply; shorten it or choose a larger context.");
        }
        return prompt;
    }

    /** Returns false when cancelled. */
    private boolean prefill(int[] prompt) throws EngineException {
        int done = cache.prepare(request.conversation(), prompt);
        reply.prompt(prompt.length, done);
        run.emit(new PromptCounted(prompt.length, done));
        while (done < prompt.length) {
            if (run.cancelled()) {
                return false;
            }
            int from = done;
            int count = Math.min(LlamaContext.BATCH, prompt.length - from);
            check(meter.clock().timeInt(() -> context.decode(prompt, from, count)));
            cache.appended(prompt, from, count);
            done += count;
            run.emit(new PromptProgress(done, prompt.length));
        }
        meter.promptDone();
        return true;
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
            if (generated == limit || cache.size() + 1 >= context.size()) {
                return StopReason.LENGTH;
            }
            append(id);
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

    private int sample(dev.ponder.llama.SamplerChain chain) {
        return meter.clock().timeInt(() -> chain.sample(context));
    }

    /**
     * Writes the blank line before an answer that a grammar binds: the grammar would forbid it, and without it the model
     * continues a text unlike any it was trained on.
     */
    private void separateAnswer(SamplerChains samplers) throws EngineException {
        for (int id : model.tokenizer().tokenize(BLANK_LINE)) {
            if (cache.size() + 1 < context.size()) {
                samplers.free().accept(id);
                reply.force(id);
                append(id);
            }
        }
    }

    private void append(int id) throws EngineException {
        check(meter.clock().timeInt(() -> context.decode(id)));
        cache.appended(id);
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
