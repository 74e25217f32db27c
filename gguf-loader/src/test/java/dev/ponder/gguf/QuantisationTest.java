package dev.ponder.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantisationTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"0, F32", "1, F16", "2, Q4_0", "7, Q8_0", "15, Q4_K_M", "17, Q5_K_M", "18, Q6_K", "32, BF16"})
    void takesTheLabelFromTheFile(int type, String label) throws IOException {
        var quantisation = read(weights().u32("general.file_type", type));

        assertEquals(label, quantisation.label());
        assertEquals(false, quantisation.guessed());
    }

    @Test
    void guessesTheLabelFromTheTypeOfMostWeights() throws IOException {
        var quantisation = read(weights());

        assertEquals("Q6_K", quantisation.label());
        assertTrue(quantisation.guessed());
    }

    @Test
    void guessesTheLabelForAFileTypeItDoesNotKnow() throws IOException {
        assertEquals("Q6_K", read(weights().u32("general.file_type", 4)).label());
    }

    @Test
    void countsWeightsAndBitsByType() throws IOException {
        var quantisation = read(weights());

        assertEquals(Map.of(TensorType.Q6_K, 1024L, TensorType.F32, 256L), quantisation.parametersByType());
        assertEquals(1280, quantisation.parameters());
        assertEquals(4 * 210 + 1024, quantisation.weightBytes());
        assertEquals(8.0 * 1864 / 1280, quantisation.bitsPerWeight());
    }

    @Test
    void hasNoBitsWithoutWeights() throws IOException {
        var quantisation = read(new GgufWriter());

        assertEquals("none", quantisation.label());
        assertEquals(0, quantisation.bitsPerWeight());
    }

    @ParameterizedTest
    @EnumSource(TensorType.class)
    void findsEachTensorTypeByItsNumber(TensorType type) {
        assertEquals(Optional.of(type), TensorType.of(type.id()));
        assertEquals(3L * type.blockBytes(), type.bytes(3L * type.blockSize()));
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 31, 32, 33, 36, 37, 38, 43, -1, 1L << 32})
    void knowsNoRemovedTypes(long id) {
        assertTrue(TensorType.of(id).isEmpty());
    }

    @Test
    void countsWholeBlocksOnly() {
        assertThrows(IllegalArgumentException.class, () -> TensorType.Q8_0.bytes(33));
        assertThrows(ArithmeticException.class, () -> TensorType.F32.bytes(Long.MAX_VALUE));
    }

    private static GgufWriter weights() {
        return new GgufWriter()
                .tensor("a", TensorType.Q6_K, TensorData.zeros(), 512, 2)
                .tensor("b", TensorType.F32, TensorData.constant(1), 256);
    }

    private Quantisation read(GgufWriter writer) throws IOException {
        var path = folder.resolve("model.gguf");
        writer.write(path);
        return GgufModel.open(path).quantisation();
    }
}
