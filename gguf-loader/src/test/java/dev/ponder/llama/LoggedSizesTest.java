package dev.ponder.llama;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.gguf.GgufModel;
import dev.ponder.gguf.MemoryArithmetic;
import dev.ponder.gguf.ModelGenerator;
import dev.ponder.gguf.TensorType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The memory arithmetic against what llama.cpp itself says it would take. The weights of the large files are holes, and
 * llama.cpp is told to take no memory.
 */
class LoggedSizesTest {
    private static final double MIB = 1 << 20;
    /** llama.cpp logs hundredths. */
    private static final double HUNDREDTH = 0.01;

    private static final List<Integer> CONTEXTS = List.of(4096, 10_000, 32_768);
    private static final List<TensorType> TYPES = List.of(TensorType.F16, TensorType.Q8_0);

    @TempDir
    private static Path folder;

    private static Llama llama;

    @BeforeAll
    static void open() throws NativesException {
        llama = Llama.open(Path.of(System.getProperty("ponder.natives")));
        llama.loadBackends(false);
    }

    static Stream<Path> models() throws IOException {
        return Stream.concat(
                Stream.of(Path.of(System.getProperty("ponder.demo.model"))),
                ModelGenerator.realShapes(folder, "0.6B", "1.7B", "4B", "8B", "14B", "32B", "30B-A3B").stream());
    }

    @ParameterizedTest
    @MethodSource("models")
    void arithmeticSaysWhatLlamaCppLogs(Path file) throws Exception {
        try (var model = sizesOf(file)) {
            assertEquals(GgufModel.open(file).quantisation().weightBytes(), model.bytes());
            for (int context : CONTEXTS) {
                for (var type : TYPES) {
                    compare(file, model, context, type);
                }
            }
        }
    }

    /** A batch cannot be larger than its context. */
    @ParameterizedTest
    @MethodSource("models")
    void arithmeticHoldsForAContextSmallerThanABatch(Path file) throws Exception {
        try (var model = sizesOf(file)) {
            compare(file, model, 300, TensorType.F16);
        }
    }

    private static void compare(Path file, LlamaModel model, int context, TensorType type) throws Exception {
        var architecture = GgufModel.open(file).architecture();
        int vocabulary = model.vocabulary().size();
        try (var made = LlamaContext.create(model, new LlamaContext.Shape(context, 1, 0, type.id(), 1))) {
            assertNotNull(made);
            var what = file.getFileName() + " at " + context + ", " + type.label();
            assertEquals(
                    MemoryArithmetic.kvCacheBytes(architecture, context, type, type) / MIB,
                    logged("llama_kv_cache: size = "),
                    HUNDREDTH,
                    what + ": cache");
            assertEquals(
                    MemoryArithmetic.computeBytes(architecture, context, vocabulary, type, type) / MIB,
                    logged("compute buffer size = "),
                    HUNDREDTH,
                    what + ": compute");
            assertEquals(
                    MemoryArithmetic.outputBytes(vocabulary) / MIB,
                    logged("output buffer size = "),
                    HUNDREDTH,
                    what + ": output");
        }
    }

    private static LlamaModel sizesOf(Path file) {
        var placement = new Placement(0, 0, Placement.Content.SIZES);
        var model = LlamaModel.load(llama, file, placement, _ -> true);
        assertNotNull(model, () -> String.join("\n", llama.log().errors()));
        return model;
    }

    /** The number of mebibytes behind a text, from the latest line that has it. */
    private static double logged(String before) {
        var line = llama.log().lines().reversed().stream()
                .filter(candidate -> candidate.contains(before))
                .findFirst()
                .orElseThrow();
        var number = Pattern.compile(Pattern.quote(before) + " *([0-9.]+) MiB").matcher(line);
        assertTrue(number.find(), line);
        return Double.parseDouble(number.group(1));
    }
}
