package dev.ponder.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealVocabularyTest {
    @TempDir
    Path folder;

    @Test
    void ordersTokensByTheirIdsAndKnowsTheAddedOnes() throws IOException {
        var vocabulary = RealVocabulary.read(tokenizer("[\"a b\"]"));

        assertEquals(List.of("a", "b", "ab", "<|im_end|>", "<think>", "<|endoftext|>"), vocabulary.tokens());
        assertEquals(List.of(1, 1, 1, 3, 4, 3), vocabulary.types());
    }

    @Test
    void readsMergesOfBothForms() throws IOException {
        assertEquals(List.of("a b"), RealVocabulary.read(tokenizer("[\"a b\"]")).merges());
        assertEquals(
                List.of("a b"),
                RealVocabulary.read(tokenizer("[[\"a\", \"b\"]]")).merges());
    }

    @Test
    void refusesIdsWithAGap() throws IOException {
        var gap = Files.writeString(folder.resolve("gap.json"), "{\"model\": {\"vocab\": {\"a\": 0, \"b\": 2}}}");

        assertThrows(IOException.class, () -> RealVocabulary.read(gap));
    }

    @Test
    void writesAFileWithoutWeights() throws IOException {
        var file = folder.resolve("vocabulary.gguf");

        RealVocabulary.writeWeightless(tokenizer("[\"a b\"]"), file);

        var model = GgufModel.open(file);
        var tokens = new ArrayList<String>();
        model.first().forEachString(Vocabulary.TOKENS, tokens::add);
        assertEquals(0, model.tensors().size());
        assertEquals("<|im_end|>", tokens.get(model.vocabulary().eos().orElseThrow()));
    }

    private Path tokenizer(String merges) throws IOException {
        return Files.writeString(folder.resolve("tokenizer.json"), """
                {"model": {"type": "BPE", "vocab": {"b": 1, "a": 0, "ab": 2}, "merges": %s},
                 "added_tokens": [{"id": 4, "content": "<think>", "special": false},
                                  {"id": 3, "content": "<|im_end|>", "special": true},
                                  {"id": 5, "content": "<|endoftext|>", "special": true}]}
                """.formatted(merges));
    }
}
