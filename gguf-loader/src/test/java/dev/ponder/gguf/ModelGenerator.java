package dev.ponder.gguf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes model files that llama.cpp loads and generates from. The weights are random, so the text is noise; the shapes,
 * types and speed are a real model's.
 */
public final class ModelGenerator {
    /** Says the same as Qwen3's hybrid template for plain messages, in a text of its own. */
    static final String TEMPLATE = """
            {%- for message in messages %}{{ '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}{% endfor %}
            {%- if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}
            {%- if enable_thinking is defined and enable_thinking is false %}{{ '<think>\\n\\n</think>\\n\\n' }}{% endif %}{% endif %}
            """;

    private static final int QWEN3_VOCABULARY = 151_936;
    private static final int QWEN3_ADDED = 151_643;
    private static final int TINY_VOCABULARY = 1024;

    private final ModelShape shape;
    private final ModelVocabulary vocabulary;
    private final GgufWriter writer = new GgufWriter();
    private final boolean random;
    private long seed = 1;

    private ModelGenerator(ModelShape shape, ModelVocabulary vocabulary, boolean random) {
        this.shape = shape;
        this.vocabulary = vocabulary;
        this.random = random;
    }

    /** A model in Qwen3-0.6B's shape with its number of tokens, some 640 MB. */
    public static void qwen3Shape06b(Path file) throws IOException {
        writer(ModelShape.QWEN3_06B, ModelVocabulary.madeUp(QWEN3_ADDED, QWEN3_VOCABULARY))
                .write(file);
    }

    /**
     * Files in the shapes of published Qwen3 models with their number of tokens, whose Q8_0 weights are holes: they take a
     * few megabytes of disk.
     *
     * @param names as in {@code RealShapes}, for example {@code 4B}
     */
    public static List<Path> realShapes(Path folder, String... names) throws IOException {
        var vocabulary = ModelVocabulary.madeUp(QWEN3_ADDED, QWEN3_VOCABULARY);
        var files = new ArrayList<Path>();
        for (var name : names) {
            var file = folder.resolve(name + ".gguf");
            writer(RealShapes.named(name).shape(), vocabulary).writeSparse(file);
            files.add(file);
        }
        return files;
    }

    /** A mixture of 128 experts, under 3 MB. */
    public static void tinyMoe(Path file) throws IOException {
        tinyMoe().write(file);
    }

    /**
     * The same mixture of experts in several files.
     *
     * @return the parts, the first of which is the one to open
     */
    public static List<Path> tinyMoeSplit(Path folder, String prefix, int parts) throws IOException {
        return tinyMoe().writeSplit(folder, prefix, parts);
    }

    /** A dense model of some 200 kB. */
    public static void tiny(Path file) throws IOException {
        tiny().write(file);
    }

    static GgufWriter tiny() {
        return writer(ModelShape.TINY, tinyVocabulary());
    }

    static GgufWriter tinyMoe() {
        return writer(ModelShape.TINY_MOE, tinyVocabulary());
    }

    private static ModelVocabulary tinyVocabulary() {
        return ModelVocabulary.madeUp(TINY_VOCABULARY - ModelVocabulary.ADDED.size() - 6, TINY_VOCABULARY);
    }

    /** Any shape with any vocabulary. */
    public static GgufWriter writer(ModelShape shape, ModelVocabulary vocabulary) {
        return new ModelGenerator(shape, vocabulary, true).describe();
    }

    /** A model to which all tokens are equally likely, so that a greedy reply is the first of the vocabulary for ever. */
    public static GgufWriter stubborn(ModelVocabulary vocabulary) {
        return new ModelGenerator(ModelShape.TINY, vocabulary, false).describe();
    }

    private GgufWriter describe() {
        shape.writeTo(writer);
        vocabulary.writeTo(writer);
        writer.text("tokenizer.chat_template", TEMPLATE);
        matrix("token_embd", shape.width(), vocabulary.tokens().size());
        norm("output_norm", shape.width());
        if (!shape.tied()) {
            matrix("output", shape.width(), vocabulary.tokens().size());
        }
        for (int layer = 0; layer < shape.layers(); layer++) {
            attention("blk." + layer + ".");
            feedForward("blk." + layer + ".");
        }
        return writer;
    }

    private void attention(String block) {
        var queries = shape.heads() * shape.headWidth();
        var shared = shape.kvHeads() * shape.headWidth();
        norm(block + "attn_norm", shape.width());
        matrix(block + "attn_q", shape.width(), queries);
        matrix(block + "attn_k", shape.width(), shared);
        matrix(block + "attn_v", shape.width(), shared);
        matrix(block + "attn_output", queries, shape.width());
        norm(block + "attn_q_norm", shape.headWidth());
        norm(block + "attn_k_norm", shape.headWidth());
    }

    private void feedForward(String block) {
        norm(block + "ffn_norm", shape.width());
        if (shape.experts() instanceof Architecture.Experts(var count, var _, var inner)) {
            // the router stays in full precision, as converters leave it
            writer.tensor(
                    block + "ffn_gate_inp.weight",
                    TensorType.F32,
                    TensorData.randomF32(seed++, limit(shape.width())),
                    shape.width(),
                    count);
            matrix(block + "ffn_gate_exps", shape.width(), inner, count);
            matrix(block + "ffn_down_exps", inner, shape.width(), count);
            matrix(block + "ffn_up_exps", shape.width(), inner, count);
        } else {
            matrix(block + "ffn_gate", shape.width(), shape.feedForward());
            matrix(block + "ffn_down", shape.feedForward(), shape.width());
            matrix(block + "ffn_up", shape.width(), shape.feedForward());
        }
    }

    private void norm(String name, int width) {
        writer.tensor(name + ".weight", TensorType.F32, TensorData.constant(1), width);
    }

    private void matrix(String name, long... dimensions) {
        var data = random ? TensorData.randomQ8(seed++, limit(dimensions[0])) : TensorData.zeros();
        writer.tensor(name + ".weight", TensorType.Q8_0, data, dimensions);
    }

    /** Even values up to this bound keep the size of what they multiply: their variance is 1 over the row length. */
    private static float limit(long rowLength) {
        return (float) Math.sqrt(3.0 / rowLength);
    }
}
