package dev.ponder.llama;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * llama.cpp's tensor overrides that keep experts in main memory: an array of pairs of a pattern for tensor names and a
 * buffer type, ended by an empty pair. A router and everything else of the layer stays where the layer lies.
 */
final class ExpertOverrides {

    /** Beyond {@code LLAMA_MAX_LAYERS} of {@code llama-hparams.h} there are no layers to name. */
    private static final int MAX_LAYERS = 512;

    private ExpertOverrides() {}

    /**
     * The overrides for the first layers of a model.
     *
     * @param layers at least 1; more than the model has means all
     * @param arena holds array and pattern; llama.cpp reads them while it loads
     */
    static MemorySegment of(NativeLibraries libraries, int layers, Arena arena) throws Throwable {
        var mainMemory = (MemorySegment) libraries
                .function("ggml_backend_cpu_buffer_type", FunctionDescriptor.of(ADDRESS))
                .invokeExact();
        var struct = CStruct.TENSOR_BUFT_OVERRIDE;
        var array = arena.allocate(struct.layout(), 2);
        struct.set(array, "pattern", arena.allocateFrom(pattern(Math.min(layers, MAX_LAYERS))));
        struct.set(array, "buft", mainMemory);
        return array;
    }

    /**
     * A regular expression of C++ for the names of the experts of the first layers. One for all of them: llama.cpp
     * compiles every pattern anew for every tensor.
     */
    private static String pattern(int layers) {
        var numbers = IntStream.range(0, layers).mapToObj(Integer::toString).collect(Collectors.joining("|"));
        return "^blk\\.(" + numbers + ")\\.ffn_(gate|up|down)_exps\\.";
    }
}
