package dev.ponder.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelGeneratorTest {
    @TempDir
    Path folder;

    @Test
    void givesQwen3sAddedTokensTheirIds() {
        var vocabulary = ModelVocabulary.madeUp(151_643, 151_936);

        assertEquals(151_936, vocabulary.tokens().size());
        assertEquals(151_645, vocabulary.idOf("<|im_end|>"));
        assertEquals(151_667, vocabulary.idOf("<think>"));
        assertEquals(151_668, vocabulary.idOf("</think>"));
        assertEquals(List.of(4, 4, 5), vocabulary.types().subList(151_667, 151_670));
        // llama.cpp ends the process over a token that occurs twice
        assertEquals(151_936, new HashSet<>(vocabulary.tokens()).size());
    }

    @Test
    void writesTheSameFileEachTime() throws IOException {
        ModelGenerator.tiny(folder.resolve("a.gguf"));
        ModelGenerator.tiny(folder.resolve("b.gguf"));

        assertEquals(-1, Files.mismatch(folder.resolve("a.gguf"), folder.resolve("b.gguf")));
    }

    @Test
    void writesFiniteWeightsOfTheRightSize() throws IOException {
        var file = folder.resolve("tiny.gguf");
        ModelGenerator.tiny(file);
        var tensor = GgufFile.read(file).tensors().getFirst();

        try (var in = Files.newInputStream(file)) {
            in.skipNBytes(tensor.offset());
            var block = ByteBuffer.wrap(in.readNBytes(34)).order(ByteOrder.LITTLE_ENDIAN);
            assertEquals(Math.sqrt(3.0 / 64) / 127, Float.float16ToFloat(block.getShort()), 1e-5);
            assertNotEquals(block.get(), block.get());
        }
        assertEquals(
                Files.size(file),
                tensor.offset() + GgufModel.open(file).quantisation().weightBytes());
    }

    @Test
    void damagesAHeaderTheSameWayForTheSameSeed() throws IOException {
        var source = folder.resolve("tiny.gguf");
        ModelGenerator.tiny(source);
        var mutation = new HeaderMutation(source);
        mutation.write(folder.resolve("a.gguf"), 7);
        mutation.write(folder.resolve("b.gguf"), 7);

        assertEquals(-1, Files.mismatch(folder.resolve("a.gguf"), folder.resolve("b.gguf")));
        assertTrue(Files.mismatch(folder.resolve("a.gguf"), source) >= 0);
    }
}
