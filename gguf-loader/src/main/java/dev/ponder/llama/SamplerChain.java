package dev.ponder.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import java.util.BitSet;

/**
 * A chain of llama.cpp's samplers, applied in the order they were added. Logits stay in native memory. All calls belong
 * to the context's thread.
 */
public final class SamplerChain implements AutoCloseable {
    private final NativeLibraries libraries;
    private final Vocabulary vocabulary;
    private final MemorySegment handle;
    private final MethodHandle sample;

    /** An empty chain for a model. */
    public SamplerChain(LlamaModel model) {
        libraries = model.llama().libraries();
        vocabulary = model.vocabulary();
        sample =
                libraries.function("llama_sampler_sample", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_INT));
        var struct = CStruct.SAMPLER_CHAIN_PARAMS;
        try (var arena = Arena.ofConfined()) {
            var params = (MemorySegment) libraries
                    .function("llama_sampler_chain_default_params", FunctionDescriptor.of(struct.layout()))
                    .invokeExact((SegmentAllocator) arena);
            handle = (MemorySegment) libraries
                    .function("llama_sampler_chain_init", FunctionDescriptor.of(ADDRESS, struct.layout()))
                    .invokeExact(params);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /** Never draws these ids. */
    public void forbid(BitSet ids) {
        if (ids.isEmpty()) {
            return;
        }
        try (var arena = Arena.ofConfined()) {
            var struct = CStruct.LOGIT_BIAS;
            var biases = arena.allocate(struct.layout(), ids.cardinality());
            long at = 0;
            for (int id = ids.nextSetBit(0); id >= 0; id = ids.nextSetBit(id + 1)) {
                biases.set(JAVA_INT, at + struct.offset("token"), id);
                biases.set(JAVA_FLOAT, at + struct.offset("bias"), Float.NEGATIVE_INFINITY);
                at += struct.layout().byteSize();
            }
            add((MemorySegment) libraries
                    .function(
                            "llama_sampler_init_logit_bias",
                            FunctionDescriptor.of(ADDRESS, JAVA_INT, JAVA_INT, ADDRESS))
                    .invokeExact(vocabulary.size(), ids.cardinality(), biases));
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /** Penalises tokens that occur among the last {@code window}. */
    public void penalties(int window, float repetition, float frequency, float presence) {
        try {
            add((MemorySegment) libraries
                    .function(
                            "llama_sampler_init_penalties",
                            FunctionDescriptor.of(ADDRESS, JAVA_INT, JAVA_INT, JAVA_FLOAT, JAVA_FLOAT, JAVA_FLOAT))
                    .invokeExact(vocabulary.size(), window, repetition, frequency, presence));
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /** Keeps the k likeliest tokens. */
    public void topK(int k) {
        addInt("llama_sampler_init_top_k", k);
    }

    /** Keeps the likeliest tokens that reach probability {@code p} together. */
    public void topP(float p) {
        addProbability("llama_sampler_init_top_p", p);
    }

    /** Drops tokens below {@code p} times the likeliest one's probability. */
    public void minP(float p) {
        addProbability("llama_sampler_init_min_p", p);
    }

    /** Divides the logits. */
    public void temperature(float t) {
        try {
            add((MemorySegment) libraries
                    .function("llama_sampler_init_temp", FunctionDescriptor.of(ADDRESS, JAVA_FLOAT))
                    .invokeExact(t));
        } catch (Throwable e) {
            throw NativeCall.failed(e);
        }
    }

    /** Draws by probability; the last of a chain. */
    public void draw(int seed) {
        addInt("llama_sampler_init_dist", seed);
    }

    /** Takes the likeliest token; the last of a chain. */
    public void greedy() {
        try {
            add((MemorySegment) libraries
                    .function("llama_sampler_init_greedy", FunctionDescriptor.of(ADDRESS))
                    .invokeExact());
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /**
     * Allows only tokens that go on a sentence of a grammar.
     *
     * @param gbnf the rules; {@code root} is the start symbol
     * @return false where llama.cpp cannot parse them; its log says why
     */
    public boolean grammar(String gbnf) {
        try (var arena = Arena.ofConfined()) {
            var sampler = (MemorySegment) libraries
                    .function("llama_sampler_init_grammar", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS))
                    .invokeExact(vocabulary.handle(), arena.allocateFrom(gbnf), arena.allocateFrom("root"));
            if (sampler.address() == 0) {
                return false;
            }
            add(sampler);
            return true;
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /**
     * Draws a token from the logits of the last decoded one and tells every sampler of it.
     *
     * @return its id
     */
    public int sample(LlamaContext context) {
        try {
            return (int) sample.invokeExact(handle, context.handle(), -1);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /** Tells every sampler of a token that was not drawn here. */
    public void accept(int id) {
        try {
            libraries
                    .function("llama_sampler_accept", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT))
                    .invokeExact(handle, id);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    private void addInt(String function, int value) {
        try {
            add((MemorySegment) libraries
                    .function(function, FunctionDescriptor.of(ADDRESS, JAVA_INT))
                    .invokeExact(value));
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    private void addProbability(String function, float p) {
        long keepAtLeast = 1;
        try {
            add((MemorySegment) libraries
                    .function(function, FunctionDescriptor.of(ADDRESS, JAVA_FLOAT, JAVA_LONG))
                    .invokeExact(p, keepAtLeast));
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    private void add(MemorySegment sampler) throws Throwable {
        libraries
                .function("llama_sampler_chain_add", FunctionDescriptor.ofVoid(ADDRESS, ADDRESS))
                .invokeExact(handle, sampler);
    }

    @Override
    public void close() {
        try {
            libraries
                    .function("llama_sampler_free", FunctionDescriptor.ofVoid(ADDRESS))
                    .invokeExact(handle);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }
}
