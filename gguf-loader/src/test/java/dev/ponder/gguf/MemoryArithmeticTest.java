package dev.ponder.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Figures of real models, from files of their shape and size whose weights are holes. */
class MemoryArithmeticTest {
    static final List<RealShapes.Expected> MODELS = RealShapes.ALL;

    private static ModelVocabulary vocabulary;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeVocabulary() {
        vocabulary = ModelVocabulary.madeUp(151_643, RealShapes.VOCABULARY);
    }

    @ParameterizedTest
    @FieldSource("MODELS")
    void countsParametersAndCacheOfEachModel(RealShapes.Expected expected) throws IOException {
        var model = open(expected.shape());
        var architecture = model.architecture();

        assertEquals(expected.parameters(), model.quantisation().parameters());
        assertEquals(
                expected.f16Bytes(), MemoryArithmetic.kvBytesPerToken(architecture, TensorType.F16, TensorType.F16));
        assertEquals(
                expected.q8Bytes(), MemoryArithmetic.kvBytesPerToken(architecture, TensorType.Q8_0, TensorType.Q8_0));
        assertEquals(expected.shape().tied(), architecture.tiedEmbeddings());
        assertTrue(architecture.plainCache());
    }

    /** The logs of llama.cpp name these sizes. */
    @ParameterizedTest
    @CsvSource({"4B, 8192, F16, 1152", "4B, 8192, Q8_0, 612", "30B-A3B, 32768, F16, 3072", "30B-A3B, 65536, F16, 6144"})
    void givesTheCacheTheSizeThatLlamaCppLogs(String name, int context, TensorType type, long mebibytes)
            throws IOException {
        var architecture = open(RealShapes.named(name).shape()).architecture();

        assertEquals(mebibytes << 20, MemoryArithmetic.kvCacheBytes(architecture, context, type, type));
    }

    @ParameterizedTest
    @CsvSource({"1, 256", "256, 256", "257, 512", "4000, 4096", "40960, 40960"})
    void roundsTheContextUpAsLlamaCppDoes(int context, long padded) {
        assertEquals(padded, MemoryArithmetic.paddedContext(context));
    }

    @Test
    void refusesAContextOfNothing() {
        assertThrows(IllegalArgumentException.class, () -> MemoryArithmetic.paddedContext(0));
    }

    @Test
    void refusesHeadsThatDoNotFillBlocks() throws IOException {
        var shape = new ModelShape("odd", 1, 64, 2, 1, 48, 64, null, 100, true);
        var writer = new GgufWriter();
        shape.writeTo(writer);
        writer.write(folder.resolve("odd.gguf"));
        var architecture = GgufModel.open(folder.resolve("odd.gguf")).architecture();

        var refused = assertThrows(
                GgufException.class,
                () -> MemoryArithmetic.kvCacheBytes(architecture, 256, TensorType.Q8_0, TensorType.F16));
        assertEquals(
                "Heads of 48 values do not fill blocks of 32, so the KV cache cannot be q8_0; choose f16.",
                refused.getMessage());
    }

    @Test
    void opensAFileOf32GigabytesWithAFewHundredKilobytes() throws IOException {
        var file = write(RealShapes.named("30B-A3B").shape());
        GgufModel.open(file);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        var before = threads.getCurrentThreadAllocatedBytes();
        var model = GgufModel.open(file);
        var taken = threads.getCurrentThreadAllocatedBytes() - before;

        assertTrue(model.fileBytes() > 32_000_000_000L, model.fileBytes() + " bytes");
        assertEquals(RealShapes.VOCABULARY, model.vocabulary().size());
        assertTrue(taken < 1 << 20, taken + " bytes");
    }

    private GgufModel open(ModelShape shape) throws IOException {
        return GgufModel.open(write(shape));
    }

    private Path write(ModelShape shape) throws IOException {
        var file = folder.resolve("model.gguf");
        Files.deleteIfExists(file);
        ModelGenerator.writer(shape, vocabulary).writeSparse(file);
        return file;
    }
}
