package dev.ponder.gguf;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A file in the shape of a dense Qwen3 model of some 400 megabytes whose weights are all zero: it takes hardly any room on a
 * disk, and generating with it costs what it costs with real weights, because every one of them is read. It says nothing
 * sensible; it is for measuring speed before a real model is here.
 */
public final class ProbeFile {

    private static final int LAYERS = 10;
    private static final int WIDTH = 2048;
    private static final int HEADS = 16;
    private static final int KV_HEADS = 8;
    private static final int HEAD_WIDTH = 128;
    private static final int FEED_FORWARD = 8192;
    private static final int CONTEXT = 4096;
    private static final int VOCABULARY = 512;
    private static final int ALIGNMENT = 32;
    /** {@code LLAMA_FTYPE_MOSTLY_Q4_K_M}: what most models come in. */
    private static final int FILE_TYPE = 15;

    private static final int NORMAL_TOKEN = 1;

    private record Tensor(String name, TensorType type, List<Long> dimensions) {
        long bytes() {
            long bytes = type.bytes(dimensions.stream().reduce(1L, Math::multiplyExact));
            return (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        }
    }

    private ProbeFile() {}

    /**
     * Writes the file; what is there is overwritten.
     *
     * @throws IOException if the disk refuses
     */
    public static void write(Path file) throws IOException {
        var tensors = tensors();
        long header;
        try (var out = new GgufOutput(new BufferedOutputStream(Files.newOutputStream(file)))) {
            metadata(out, tensors.size());
            inventory(out, tensors);
            out.pad(ALIGNMENT);
            header = out.position();
        }
        try (var hole = new RandomAccessFile(file.toFile(), "rw")) {
            hole.setLength(header + tensors.stream().mapToLong(Tensor::bytes).sum());
        }
    }

    private static List<Tensor> tensors() {
        var tensors = new ArrayList<Tensor>();
        matrix(tensors, "token_embd", WIDTH, VOCABULARY);
        norm(tensors, "output_norm", WIDTH);
        for (int layer = 0; layer < LAYERS; layer++) {
            var block = "blk." + layer + ".";
            norm(tensors, block + "attn_norm", WIDTH);
            matrix(tensors, block + "attn_q", WIDTH, HEADS * HEAD_WIDTH);
            matrix(tensors, block + "attn_k", WIDTH, KV_HEADS * HEAD_WIDTH);
            matrix(tensors, block + "attn_v", WIDTH, KV_HEADS * HEAD_WIDTH);
            matrix(tensors, block + "attn_output", HEADS * HEAD_WIDTH, WIDTH);
            norm(tensors, block + "attn_q_norm", HEAD_WIDTH);
            norm(tensors, block + "attn_k_norm", HEAD_WIDTH);
            norm(tensors, block + "ffn_norm", WIDTH);
            matrix(tensors, block + "ffn_gate", WIDTH, FEED_FORWARD);
            matrix(tensors, block + "ffn_down", FEED_FORWARD, WIDTH);
            matrix(tensors, block + "ffn_up", WIDTH, FEED_FORWARD);
        }
        return tensors;
    }

    private static void matrix(List<Tensor> tensors, String name, long row, long rows) {
        tensors.add(new Tensor(name + ".weight", TensorType.Q4_K, List.of(row, rows)));
    }

    private static void norm(List<Tensor> tensors, String name, long width) {
        tensors.add(new Tensor(name + ".weight", TensorType.F32, List.of(width)));
    }

    private static void metadata(GgufOutput out, int tensors) throws IOException {
        var values = new ArrayList<Entry>();
        text(values, "general.architecture", "qwen3");
        text(values, "general.name", "speed probe");
        number(values, "general.file_type", FILE_TYPE);
        number(values, "general.quantization_version", 2);
        number(values, "qwen3.block_count", LAYERS);
        number(values, "qwen3.context_length", CONTEXT);
        number(values, "qwen3.embedding_length", WIDTH);
        number(values, "qwen3.feed_forward_length", FEED_FORWARD);
        number(values, "qwen3.attention.head_count", HEADS);
        number(values, "qwen3.attention.head_count_kv", KV_HEADS);
        number(values, "qwen3.attention.key_length", HEAD_WIDTH);
        number(values, "qwen3.attention.value_length", HEAD_WIDTH);
        values.add(new Entry("qwen3.attention.layer_norm_rms_epsilon", new GgufValue.Real(1e-6, GgufType.FLOAT32)));
        values.add(new Entry("qwen3.rope.freq_base", new GgufValue.Real(1e6, GgufType.FLOAT32)));
        text(values, "tokenizer.ggml.model", "gpt2");
        text(values, "tokenizer.ggml.pre", "qwen2");
        list(values, Vocabulary.TOKENS, GgufType.STRING, i -> new GgufValue.Text("t" + i));
        list(values, Vocabulary.TOKEN_TYPES, GgufType.INT32, _ -> new GgufValue.Whole(NORMAL_TOKEN, GgufType.INT32));
        var merge = List.<GgufValue>of(new GgufValue.Text("t 1"));
        values.add(new Entry(Vocabulary.MERGES, new GgufValue.Array(GgufType.STRING, merge.size(), 0, merge)));
        number(values, "tokenizer.ggml.eos_token_id", 0);
        out.whole(0x4655_4747, Integer.BYTES).u32(3).u64(tensors).u64(values.size());
        for (var entry : values) {
            out.text(entry.key()).typed(entry.value());
        }
    }

    private record Entry(String key, GgufValue value) {}

    private static void text(List<Entry> values, String key, String text) {
        values.add(new Entry(key, new GgufValue.Text(text)));
    }

    private static void number(List<Entry> values, String key, long number) {
        values.add(new Entry(key, new GgufValue.Whole(number, GgufType.UINT32)));
    }

    private static void list(
            List<Entry> values, String key, GgufType type, java.util.function.IntFunction<GgufValue> item) {
        var items = IntStream.range(0, VOCABULARY).mapToObj(item).toList();
        values.add(new Entry(key, new GgufValue.Array(type, items.size(), 0, items)));
    }

    private static void inventory(GgufOutput out, List<Tensor> tensors) throws IOException {
        long offset = 0;
        for (var tensor : tensors) {
            out.text(tensor.name()).u32(tensor.dimensions().size());
            for (var dimension : tensor.dimensions()) {
                out.u64(dimension);
            }
            out.u32(tensor.type().id()).u64(offset);
            offset += tensor.bytes();
        }
    }
}
