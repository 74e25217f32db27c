package dev.ponder.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedFileTest {
    private static final long MOST_BYTES = 64 << 20;
    private static final int FIRST_BYTES = 4096;
    private static final int LATER_BYTES = 1000;
    private static final int MUTANTS = 10_000;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long most;

    @TempDir
    Path folder;

    @Test
    void saysOfEveryTruncationThatTheFileIsCutOff() throws IOException {
        var file = Files.copy(TestModels.demo(), folder.resolve("demo.gguf"));
        var length = (int) Files.size(file);
        var later = new SplittableRandom(5).ints(LATER_BYTES, FIRST_BYTES, length);
        var lengths = IntStream.concat(IntStream.range(1, FIRST_BYTES), later)
                .sorted()
                .toArray();
        try (var shrinking = new RandomAccessFile(file.toFile(), "rw")) {
            for (int i = lengths.length - 1; i >= 0; i--) {
                shrinking.setLength(lengths[i]);
                var refused = assertThrows(GgufException.class, () -> examine(file), "at " + lengths[i]);
                assertTrue(refused.getMessage().startsWith("demo.gguf is cut off: it needs"), refused.getMessage());
            }
        }
        assertTrue(most < MOST_BYTES, most + " bytes");
    }

    @Test
    void readsOrRefusesEveryMutant() throws IOException {
        var mutation = new HeaderMutation(TestModels.demo());
        var file = folder.resolve("mutant.gguf");
        int accepted = 0;
        for (int seed = 0; seed < TestModels.count(MUTANTS); seed++) {
            mutation.writeSparse(file, seed);
            try {
                examine(file);
                accepted++;
            } catch (GgufException refused) {
                assertIsOneSentence(refused.getMessage(), seed);
            } catch (RuntimeException | OutOfMemoryError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertTrue(most < MOST_BYTES, most + " bytes");
        assertTrue(accepted > 0 && accepted < TestModels.count(MUTANTS), accepted + " accepted");
    }

    /** Reads everything that the program ever asks of a file. */
    private void examine(Path file) throws GgufException {
        var before = threads.getCurrentThreadAllocatedBytes();
        try {
            var model = GgufModel.open(file);
            model.vocabulary();
            model.quantisation();
            var architecture = model.architecture();
            MemoryArithmetic.kvCacheBytes(architecture, architecture.contextLength(), TensorType.F16, TensorType.F16);
        } finally {
            most = Math.max(most, threads.getCurrentThreadAllocatedBytes() - before);
        }
    }

    private static void assertIsOneSentence(String message, int seed) {
        assertTrue(message.endsWith("."), () -> seed + ": " + message);
        assertTrue(message.length() < 300, () -> seed + ": " + message);
        assertEquals(VisibleText.of(message), message, () -> "seed " + seed);
    }
}
