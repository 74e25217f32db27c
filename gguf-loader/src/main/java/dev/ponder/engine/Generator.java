package dev.ponder.engine;

import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.llama.LlamaContext;
import dev.ponder.llama.Vocabulary;
import dev.ponder.qwen.Prompt;
import java.util.List;

/**
 * Generates one reply: prefill in batches, then one decode and one draw a token, until something ends it. Belongs to the
 * engine's thread.
 *
 * <p>A reply that thought ends in an answer: where the model ends inside the thought, opens it again after the landing,
 * says nothing after it, or comes to a limit, {@link Thought} and {@link TokenDraw} see to it. Two may go without: one that
 * was cancelled, and one whose grammar allows an empty answer.
 */
final class Generator {

    /** Stands for a token where text was written into the reply instead of drawing one. */
    private static final int WRITTEN = -1;

    private final LoadedModel model;
    private final Vocabulary vocabulary;
    private final GenerationRequest request;
    private final GenerationRun run;
    private final Prefill prefill;
    private final Sequence sequence;
    private final GenerationMeter meter;
    private final Reply reply;
    private final Thought thought;

    /** Refuses where only the vocabulary is loaded. */
    Generator(LoadedModel model, NativeClock clock, GenerationRequest request, GenerationRun run)
            throws EngineException {
        this.model = model;
        this.request = request;
        this.run = run;
        vocabulary = model.model().vocabulary();
        prefill = new Prefill(model, clock, run);
        sequence = prefill.sequence();
        meter = prefill.meter();
        reply = new Reply(model.tokenizer(), vocabulary, request, run);
        thought = new Thought(model.tokenizer(), request, run, reply, sequence);
    }

    /** Generates, emits every event, and leaves the cache consistent with the context. */
    void run() {
        try (var draw = openDraw()) {
            var reason = prefill() ? decode(draw) : StopReason.CANCELLED;
            reply.finish();
            run.finish(reason, reply.counts(), meter.timings());
        } catch (EngineException e) {
            reply.finish();
            run.fail(e.error(), reply.counts(), meter.timings());
        }
    }

    private TokenDraw openDraw() throws EngineException {
        var grammar = request.grammar();
        var written = grammar == null || grammar.soFar().isEmpty()
                ? new int[0]
                : model.tokenizer().tokenize(new Prompt(List.of(new Prompt.Text(grammar.soFar()))));
        var samplers = SamplerChains.of(model.model(), request.sampling(), grammar, written);
        return new TokenDraw(samplers, model.requireWorkspace().context(), reply, meter.clock());
    }

    /** Returns false when cancelled. */
    private boolean prefill() throws EngineException {
        var prompt = prefill.tokenize(request.prompt(), thought.leastRoom());
        reply.prompt(prompt.length, 0);
        int cached = prefill.prepare(request.conversation(), prompt, prompt.length - 1);
        reply.prompt(prompt.length, cached);
        thought.plan(prefill.roomBehind(prompt), limit());
        return prefill.compute(prompt, cached, LlamaContext.BATCH);
    }

    private int limit() {
        return request.maxTokens() == 0 ? Integer.MAX_VALUE : request.maxTokens();
    }

    private StopReason decode(TokenDraw draw) throws EngineException {
        int left = limit();
        while (!run.cancelled()) {
            int id = next(draw, left);
            if (id == WRITTEN) {
                meter.tokenDone(true);
                if (reply.thinking()) {
                    return StopReason.LENGTH;
                }
                continue;
            }
            if (isEnd(id)) {
                reply.end();
                return StopReason.STOP;
            }
            boolean thinking = reply.thinking();
            thought.drawn(id);
            reply.accept(id);
            left--;
            meter.tokenDone(thinking || reply.thinking());
            if (reply.stopped()) {
                return StopReason.STOP;
            }
            if (left == 0 || sequence.room() <= 1) {
                return StopReason.LENGTH;
            }
            sequence.append(id);
            if (draw.isBound() && thinking && !reply.thinking()) {
                // the grammar would forbid the blank line, and without it the model continues a text unlike any it
                // knows
                thought.separateAnswer(draw);
            }
        }
        return StopReason.CANCELLED;
    }

    /** A token that may stand here, or {@link #WRITTEN} where the thought was brought to its end instead. */
    private int next(TokenDraw draw, int left) throws EngineException {
        if (reply.thinking()) {
            return nextOfThought(draw, left);
        }
        if (!draw.isBound() && thought.mustAnswer(left)) {
            return draw.beginAnswer();
        }
        int id = draw.next();
        if (isEnd(id) && !draw.isBound() && thought.owesAnswer()) {
            return thought.separateAnswer(draw) ? WRITTEN : draw.beginAnswer();
        }
        return thought.isOutOfPlace(id, left, draw) ? draw.beginAnswer() : id;
    }

    private int nextOfThought(TokenDraw draw, int left) throws EngineException {
        var by = thought.due(left);
        if (by != null) {
            thought.land(by, draw);
            return WRITTEN;
        }
        int id = draw.next();
        if (isEnd(id)) {
            thought.close(draw);
            return WRITTEN;
        }
        if (thought.breaksCodePoint(vocabulary.piece(id))) {
            thought.land(LandedBy.BUDGET, draw);
            return WRITTEN;
        }
        return id;
    }

    private boolean isEnd(int id) {
        return vocabulary.isEnd(id) && !request.ignoreEnd();
    }
}
