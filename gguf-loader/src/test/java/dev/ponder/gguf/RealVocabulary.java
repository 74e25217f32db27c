package dev.ponder.gguf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;

/** Turns a Hugging Face {@code tokenizer.json} of a byte-level BPE into a GGUF vocabulary. */
public final class RealVocabulary {
    private static final ModelShape SMALLEST =
            new ModelShape("qwen3-vocabulary", 1, 32, 1, 1, 32, 32, null, 40_960, true);

    private RealVocabulary() {}

    /** Reads tokens, merges and added tokens; no padding is added. */
    public static ModelVocabulary read(Path tokenizerJson) throws IOException {
        var tree = new ObjectMapper().readTree(tokenizerJson.toFile());
        var byId = new TreeMap<Integer, String>();
        tree.at("/model/vocab")
                .properties()
                .forEach(token -> byId.put(token.getValue().asInt(), token.getKey()));
        for (var added : tree.path("added_tokens")) {
            byId.put(added.path("id").asInt(), added.path("content").asText());
        }
        if (byId.isEmpty() || byId.lastKey() != byId.size() - 1) {
            throw new IOException("ids do not run from 0 to " + byId.size());
        }
        var merges = new ArrayList<String>();
        tree.at("/model/merges").forEach(merge -> merges.add(merge(merge)));
        return ModelVocabulary.padded(new ArrayList<>(byId.values()), merges, byId.size());
    }

    /** Newer files write a pair, older ones a text. */
    private static String merge(JsonNode merge) {
        return merge.isArray() ? merge.get(0).asText() + " " + merge.get(1).asText() : merge.asText();
    }

    /** A file without weights, which llama.cpp loads with {@code vocab_only}. */
    public static void writeWeightless(Path tokenizerJson, Path file) throws IOException {
        var writer = new GgufWriter();
        SMALLEST.writeTo(writer);
        read(tokenizerJson).writeTo(writer);
        writer.text("tokenizer.chat_template", ModelGenerator.TEMPLATE).write(file);
    }

    /** A file with the least weights that llama.cpp loads as a model, some 9 MB. */
    public static void writeTiny(Path tokenizerJson, Path file) throws IOException {
        ModelGenerator.writer(SMALLEST, read(tokenizerJson)).write(file);
    }
}
