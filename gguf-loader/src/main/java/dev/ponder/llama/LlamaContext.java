package dev.ponder.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * A context of a model: one sequence of tokens and its KV cache. All calls belong to one thread. Native memory of the
 * batch is allocated once, so a decode step allocates nothing outside the Java heap.
 */
public final class LlamaContext implements AutoCloseable {

    /** Most tokens of one call to {@link #decode}; between two calls a generation can be cancelled. */
    public static final int BATCH = 512;

    /**
     * llama.cpp's own timers since they were reset.
     *
     * @param promptMillis time in batches of more than one token
     * @param decodeMillis time in single-token decodes
     * @param promptTokens tokens of the former
     * @param decodeTokens steps of the latter
     */
    public record Timers(double promptMillis, double decodeMillis, int promptTokens, int decodeTokens) {}

    private final NativeLibraries libraries;
    private final MemorySegment handle;
    private final MemorySegment memory;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment batch;
    private final MemorySegment tokens;
    private final MethodHandle decode;
    private final MethodHandle removeFrom;
    private final int size;

    private LlamaContext(NativeLibraries libraries, MemorySegment handle) throws Throwable {
        this.libraries = libraries;
        this.handle = handle;
        memory = (MemorySegment) libraries
                .function("llama_get_memory", FunctionDescriptor.of(ADDRESS, ADDRESS))
                .invokeExact(handle);
        size = (int) libraries
                .function("llama_n_ctx", FunctionDescriptor.of(JAVA_INT, ADDRESS))
                .invokeExact(handle);
        decode = libraries.function("llama_decode", FunctionDescriptor.of(JAVA_INT, ADDRESS, CStruct.BATCH.layout()));
        removeFrom = libraries.function(
                "llama_memory_seq_rm", FunctionDescriptor.of(JAVA_BOOLEAN, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT));
        tokens = arena.allocate(JAVA_INT, BATCH);
        // positions, sequence and outputs stay null: llama.cpp then counts positions on in sequence 0 and keeps the
        // last
        // token's logits
        batch = arena.allocate(CStruct.BATCH.layout());
        CStruct.BATCH.set(batch, "token", tokens);
    }

    /** The value of {@code llama_rope_scaling_type} that stands for YaRN. */
    private static final int ROPE_SCALING_YARN = 2;

    /**
     * What a context is to be like.
     *
     * @param size in tokens
     * @param yarnFactor how many times longer YaRN makes the original context; 1 leaves positions as the file has them
     * @param yarnOriginal the context that YaRN stretches, in tokens
     * @param kvType a value of {@code ggml_type} for keys and values
     * @param threads for decode and prefill
     */
    public record Shape(int size, int yarnFactor, int yarnOriginal, int kvType, int threads) {}

    /**
     * Makes a context.
     *
     * @return null where llama.cpp refused, mostly for lack of memory; its log says why
     */
    public static @Nullable LlamaContext create(LlamaModel model, Shape shape) {
        var libraries = model.llama().libraries();
        var struct = CStruct.CONTEXT_PARAMS;
        var defaults = libraries.function("llama_context_default_params", FunctionDescriptor.of(struct.layout()));
        var init =
                libraries.function("llama_init_from_model", FunctionDescriptor.of(ADDRESS, ADDRESS, struct.layout()));
        try (var arena = Arena.ofConfined()) {
            var params = (MemorySegment) defaults.invokeExact((SegmentAllocator) arena);
            struct.set(params, "n_ctx", shape.size());
            struct.set(params, "n_batch", BATCH);
            struct.set(params, "n_ubatch", BATCH);
            struct.set(params, "n_seq_max", 1);
            // only the last token's logits are wanted: room for a batch of them would take hundreds of megabytes
            struct.set(params, "n_outputs_max", 1);
            struct.set(params, "n_threads", shape.threads());
            struct.set(params, "n_threads_batch", shape.threads());
            struct.set(params, "type_k", shape.kvType());
            struct.set(params, "type_v", shape.kvType());
            struct.set(params, "no_perf", false);
            if (shape.yarnFactor() > 1) {
                struct.set(params, "rope_scaling_type", ROPE_SCALING_YARN);
                struct.set(params, "rope_freq_scale", 1f / shape.yarnFactor());
                struct.set(params, "yarn_orig_ctx", shape.yarnOriginal());
            }
            var handle = (MemorySegment) init.invokeExact(model.handle(), params);
            return handle.address() == 0 ? null : new LlamaContext(libraries, handle);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /** Context size in tokens. */
    public int size() {
        return size;
    }

    /**
     * Appends tokens to the sequence and computes the logits of the last.
     *
     * @param ids ids inside the vocabulary; the caller has checked them
     * @param from first index in {@code ids}
     * @param count at most {@link #BATCH}
     * @return 0 on success, else the code of {@code llama_decode}
     */
    public int decode(int[] ids, int from, int count) {
        MemorySegment.copy(ids, from, tokens, JAVA_INT, 0, count);
        CStruct.BATCH.set(batch, "n_tokens", count);
        try {
            return (int) decode.invokeExact(handle, batch);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /**
     * Appends one token.
     *
     * @param id inside the vocabulary
     * @return 0 on success, else the code of {@code llama_decode}
     */
    public int decode(int id) {
        tokens.set(JAVA_INT, 0, id);
        CStruct.BATCH.set(batch, "n_tokens", 1);
        try {
            return (int) decode.invokeExact(handle, batch);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /**
     * Removes the tokens from a position on.
     *
     * @return false where this kind of model cannot forget a part; then nothing was removed
     */
    public boolean truncate(int position) {
        try {
            return (boolean) removeFrom.invokeExact(memory, 0, position, -1);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /** Empties the sequence. */
    public void clear() {
        try {
            libraries
                    .function("llama_memory_clear", FunctionDescriptor.ofVoid(ADDRESS, JAVA_BOOLEAN))
                    .invokeExact(memory, false);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /** Bytes that {@link #save} would need now. */
    public long stateBytes() {
        try {
            return (long) libraries
                    .function("llama_state_seq_get_size", FunctionDescriptor.of(JAVA_LONG, ADDRESS, JAVA_INT))
                    .invokeExact(handle, 0);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /**
     * Copies the KV cache of the sequence.
     *
     * @param destination of at least {@link #stateBytes} bytes
     * @return false where llama.cpp copied nothing
     */
    public boolean save(MemorySegment destination) {
        try {
            long written = (long) libraries
                    .function(
                            "llama_state_seq_get_data",
                            FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT))
                    .invokeExact(handle, destination, destination.byteSize(), 0);
            return written > 0;
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /**
     * Puts a copy made by {@link #save} in place of the sequence.
     *
     * @return false where it could not be read; the sequence is then empty
     */
    public boolean restore(MemorySegment source) {
        try {
            clear();
            long read = (long) libraries
                    .function(
                            "llama_state_seq_set_data",
                            FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS, JAVA_LONG, JAVA_INT))
                    .invokeExact(handle, source, source.byteSize(), 0);
            return read > 0;
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /**
     * The logits after the last decoded token. They lie in native memory and hold until the next decode.
     *
     * @param vocabularySize number of token ids
     */
    @SuppressWarnings("restricted") // llama.cpp gives the row's address; its length is the vocabulary's
    public Logits logits(int vocabularySize) {
        try {
            var row = (MemorySegment) libraries
                    .function("llama_get_logits_ith", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_INT))
                    .invokeExact(handle, -1);
            return new Logits(row.reinterpret(JAVA_FLOAT.byteSize() * vocabularySize), vocabularySize);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /** Reads llama.cpp's timers. */
    public Timers timers() {
        var struct = CStruct.PERF_CONTEXT_DATA;
        var function = libraries.function("llama_perf_context", FunctionDescriptor.of(struct.layout(), ADDRESS));
        try (var scratch = Arena.ofConfined()) {
            var data = (MemorySegment) function.invokeExact((SegmentAllocator) scratch, handle);
            return new Timers(
                    data.get(JAVA_DOUBLE, struct.offset("t_p_eval_ms")),
                    data.get(JAVA_DOUBLE, struct.offset("t_eval_ms")),
                    data.get(JAVA_INT, struct.offset("n_p_eval")),
                    data.get(JAVA_INT, struct.offset("n_eval")));
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /** Sets llama.cpp's timers to zero. */
    public void resetTimers() {
        callVoid("llama_perf_context_reset");
    }

    /** Waits for what was started; a GPU computes while decode has returned already. */
    public void synchronize() {
        callVoid("llama_synchronize");
    }

    private void callVoid(String function) {
        try {
            libraries.function(function, FunctionDescriptor.ofVoid(ADDRESS)).invokeExact(handle);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    MemorySegment handle() {
        return handle;
    }

    @Override
    public void close() {
        callVoid("llama_free");
        arena.close();
    }
}
