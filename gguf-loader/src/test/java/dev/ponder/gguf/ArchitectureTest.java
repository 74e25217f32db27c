package dev.ponder.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {
    @TempDir
    Path folder;

    @Test
    void readsADenseModel() throws IOException {
        var architecture = read(ModelGenerator.tiny());

        assertEquals("qwen3", architecture.name());
        assertEquals(2, architecture.layers());
        assertEquals(4096, architecture.contextLength());
        assertEquals(64, architecture.embeddingLength());
        assertEquals(List.of(128, 128), architecture.feedForward());
        assertEquals(new Architecture.Attention(List.of(2, 2), List.of(1, 1), 32, 32), architecture.attention());
        assertEquals(new Architecture.Rope(1e6, "none", 1, 4096), architecture.rope());
        assertNull(architecture.experts());
        assertTrue(architecture.tiedEmbeddings());
        assertTrue(architecture.plainCache());
    }

    @Test
    void readsAMixtureOfExperts() throws IOException {
        var architecture = read(ModelGenerator.tinyMoe());

        assertEquals("qwen3moe", architecture.name());
        assertEquals(new Architecture.Experts(128, 8, 32), architecture.experts());
    }

    @Test
    void tellsASeparateOutputMatrix() throws IOException {
        var writer = ModelGenerator.tiny().tensor("output.weight", TensorType.Q8_0, TensorData.zeros(), 64, 1024);

        assertFalse(read(writer).tiedEmbeddings());
    }

    @Test
    void takesHeadsLayerByLayer() throws IOException {
        var writer = other();
        var heads = List.<GgufValue>of(new GgufValue.Whole(4, GgufType.INT32), new GgufValue.Whole(0, GgufType.INT32));
        writer.put("other.attention.head_count_kv", new GgufValue.Array(GgufType.INT32, 2, 0, heads));

        assertEquals(List.of(4, 0), read(writer).attention().kvHeads());
    }

    @Test
    void derivesTheWidthOfAHeadWhereTheFileIsSilent() throws IOException {
        var attention = read(other()).attention();

        assertEquals(64, attention.keyLength());
        assertEquals(64, attention.valueLength());
        assertEquals(List.of(4, 4), attention.kvHeads());
    }

    @Test
    void readsAStretchedContext() throws IOException {
        var writer = ModelGenerator.tiny()
                .text("qwen3.rope.scaling.type", "yarn")
                .f32("qwen3.rope.scaling.factor", 4)
                .u32("qwen3.rope.scaling.original_context_length", 1024);

        assertEquals(new Architecture.Rope(1e6, "yarn", 4, 1024), read(writer).rope());
    }

    @Test
    void knowsThatASlidingWindowKeepsLess() throws IOException {
        assertFalse(read(other().u32("other.attention.sliding_window", 512)).plainCache());
    }

    @ParameterizedTest
    @CsvSource({
        "block_count, 0",
        "block_count, 513",
        "block_count, 100000",
        "context_length, 0",
        "context_length, 4294967295",
        "embedding_length, 0",
        "attention.head_count, 100000",
        "attention.head_count_kv, 4294967295",
        "attention.key_length, 1000000",
        "expert_count, 1025",
        "feed_forward_length, 4294967295",
    })
    void refusesFiguresThatWouldEndTheEngine(String key, long figure) {
        var message = refusal(ModelGenerator.tinyMoe().u32("qwen3moe." + key, figure));

        assertTrue(message.contains("its " + key + " is " + figure + ", outside "), message);
    }

    @ParameterizedTest
    @CsvSource({"128, 0", "8, 9", "0, 8"})
    void refusesExpertsThatDoNotFit(int count, int used) {
        var message = refusal(
                ModelGenerator.tinyMoe().u32("qwen3moe.expert_count", count).u32("qwen3moe.expert_used_count", used));

        assertTrue(message.contains("it uses " + used + " of " + count + " experts"), message);
    }

    @Test
    void refusesHeadsThatCannotBeShared() {
        var message = refusal(other().u32("other.attention.head_count_kv", 3));

        assertTrue(message.contains("4 attention heads cannot share 3 key/value heads"), message);
    }

    @Test
    void refusesKeysAndValuesOfDifferentWidthInQwen3() {
        var message = refusal(ModelGenerator.tiny().u32("qwen3.attention.value_length", 64));

        assertTrue(message.contains("its keys are 32 wide and its values 64"), message);
    }

    @Test
    void refusesAPartialRotationInQwen3() {
        var message = refusal(ModelGenerator.tiny().u32("qwen3.rope.dimension_count", 16));

        assertTrue(message.contains("it rotates 16 of 32 dimensions"), message);
    }

    @Test
    void refusesAnUnknownRopeScaling() {
        var message = refusal(ModelGenerator.tiny().text("qwen3.rope.scaling.type", "magic"));

        assertTrue(message.contains("its rope scaling is 'magic'"), message);
    }

    @Test
    void refusesARopeBaseThatIsNoNumber() {
        var message = refusal(ModelGenerator.tiny().f32("qwen3.rope.freq_base", Double.NaN));

        assertTrue(message.contains("its rope.freq_base is NaN"), message);
    }

    @Test
    void refusesAListOfAnotherLengthThanTheLayers() {
        var heads = List.<GgufValue>of(new GgufValue.Whole(4, GgufType.INT32));
        var message =
                refusal(other().put("other.attention.head_count_kv", new GgufValue.Array(GgufType.INT32, 1, 0, heads)));

        assertTrue(message.contains("its attention.head_count_kv lists 1 figures for 2 layers"), message);
    }

    @Test
    void saysWhichFigureIsMissing() {
        var message = refusal(new GgufWriter().text("general.architecture", "qwen3"));

        assertTrue(message.contains("it does not say its block_count"), message);
    }

    @Test
    void refusesAFileWithoutAnArchitecture() {
        assertTrue(refusal(new GgufWriter()).contains("it does not name its architecture"));
        assertTrue(refusal(new GgufWriter().text("general.architecture", "\u001b[1m"))
                .contains("'\\u001b[1m'"));
    }

    @Test
    void forgetsTokenIdsOutsideTheVocabulary() throws IOException {
        var path = folder.resolve("model.gguf");
        ModelGenerator.tiny().u32("tokenizer.ggml.bos_token_id", 1024).write(path);

        var vocabulary = GgufModel.open(path).vocabulary();

        assertEquals(1024, vocabulary.size());
        assertTrue(vocabulary.bos().isEmpty());
        assertEquals(994, vocabulary.eos().orElseThrow());
        assertEquals(false, vocabulary.addBos().orElseThrow());
        assertNotNull(vocabulary.chatTemplate().orElseThrow());
    }

    private static GgufWriter other() {
        return new GgufWriter()
                .text("general.architecture", "other")
                .u32("other.block_count", 2)
                .u32("other.context_length", 100)
                .u32("other.embedding_length", 256)
                .u32("other.attention.head_count", 4);
    }

    private Architecture read(GgufWriter writer) throws IOException {
        var path = folder.resolve("model.gguf");
        writer.write(path);
        return GgufModel.open(path).architecture();
    }

    private String refusal(GgufWriter writer) {
        return assertThrows(GgufException.class, () -> read(writer)).getMessage();
    }
}
