package dev.ponder.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BOOLEAN;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/** A model in memory. Contexts made from it must be closed first; all calls belong to one thread. */
public final class LlamaModel implements AutoCloseable {
    /** {@code LLAMA_LOAD_MODE_NONE}. */
    private static final int LOAD_WITHOUT_MAPPING = 0;

    private final Llama llama;
    private final MemorySegment handle;
    private final Vocabulary vocabulary;

    private LlamaModel(Llama llama, MemorySegment handle) {
        this.llama = llama;
        this.handle = handle;
        try {
            var get = llama.libraries().function("llama_model_get_vocab", FunctionDescriptor.of(ADDRESS, ADDRESS));
            vocabulary = new Vocabulary(llama.libraries(), (MemorySegment) get.invokeExact(handle));
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /**
     * Loads a model file; split files by their first part.
     *
     * @param placement what is loaded, and where it lies
     * @param progress told the fraction read so far; false ends the load
     * @return null where llama.cpp refused or the load was ended; its log says why
     */
    public static @Nullable LlamaModel load(Llama llama, Path file, Placement placement, DoublePredicate progress) {
        var libraries = llama.libraries();
        var defaults =
                libraries.function("llama_model_default_params", FunctionDescriptor.of(CStruct.MODEL_PARAMS.layout()));
        var load = libraries.function(
                "llama_model_load_from_file", FunctionDescriptor.of(ADDRESS, ADDRESS, CStruct.MODEL_PARAMS.layout()));
        try (var arena = Arena.ofConfined()) {
            var params = (MemorySegment) defaults.invokeExact((SegmentAllocator) arena);
            var callback = NativeLibraries.callback(
                    progressHandle(progress), FunctionDescriptor.of(JAVA_BOOLEAN, JAVA_FLOAT, ADDRESS), arena);
            CStruct.MODEL_PARAMS.set(params, "n_gpu_layers", placement.gpuLayers());
            CStruct.MODEL_PARAMS.set(params, "vocab_only", placement.content() == Placement.Content.VOCABULARY);
            if (placement.content() == Placement.Content.SIZES) {
                CStruct.MODEL_PARAMS.set(params, "no_alloc", true);
                // llama.cpp maps no file where it takes no memory, and refuses to be asked for both
                CStruct.MODEL_PARAMS.set(params, "load_mode", LOAD_WITHOUT_MAPPING);
            }
            if (placement.expertLayersInMemory() > 0) {
                CStruct.MODEL_PARAMS.set(
                        params,
                        "tensor_buft_overrides",
                        ExpertOverrides.of(libraries, placement.expertLayersInMemory(), arena));
            }
            CStruct.MODEL_PARAMS.set(params, "progress_callback", callback);
            var handle = (MemorySegment) load.invokeExact(arena.allocateFrom(file.toString()), params);
            return handle.address() == 0 ? null : new LlamaModel(llama, handle);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    private static java.lang.invoke.MethodHandle progressHandle(DoublePredicate progress)
            throws ReflectiveOperationException {
        return MethodHandles.lookup()
                .findStatic(
                        LlamaModel.class,
                        "onProgress",
                        MethodType.methodType(boolean.class, DoublePredicate.class, float.class, MemorySegment.class))
                .bindTo(progress);
    }

    /** Nothing may be thrown through native frames: an observer that fails ends the load instead. */
    @SuppressWarnings("unused") // called by native code
    private static boolean onProgress(DoublePredicate progress, float fraction, MemorySegment userData) {
        try {
            return progress.test(fraction);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** The vocabulary. */
    public Vocabulary vocabulary() {
        return vocabulary;
    }

    /** llama.cpp's short description, for example {@code qwen3 4B Q4_K - Medium}. */
    public String description() {
        var function = llama.libraries()
                .function("llama_model_desc", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG));
        try (var arena = Arena.ofConfined()) {
            var buffer = arena.allocate(256);
            var _ = (int) function.invokeExact(handle, buffer, buffer.byteSize());
            return CString.read(buffer);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    /** Number of weights. */
    public long parameters() {
        return longOf("llama_model_n_params");
    }

    /** Bytes of all tensors. */
    public long bytes() {
        return longOf("llama_model_size");
    }

    /** Context length that the file declares, in tokens. */
    public int trainedContext() {
        return intOf("llama_model_n_ctx_train");
    }

    /** Number of layers. */
    public int layers() {
        return intOf("llama_model_n_layer");
    }

    private int intOf(String function) {
        try {
            return (int) llama.libraries()
                    .function(function, FunctionDescriptor.of(JAVA_INT, ADDRESS))
                    .invokeExact(handle);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    private long longOf(String function) {
        try {
            return (long) llama.libraries()
                    .function(function, FunctionDescriptor.of(JAVA_LONG, ADDRESS))
                    .invokeExact(handle);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }

    Llama llama() {
        return llama;
    }

    MemorySegment handle() {
        return handle;
    }

    @Override
    public void close() {
        try {
            llama.libraries()
                    .function("llama_model_free", FunctionDescriptor.ofVoid(ADDRESS))
                    .invokeExact(handle);
        } catch (Throwable t) {
            throw NativeCall.failed(t);
        }
    }
}
