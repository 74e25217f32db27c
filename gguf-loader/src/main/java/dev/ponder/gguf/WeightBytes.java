package dev.ponder.gguf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How many bytes of weights a model has, by the parts that can lie in different places. In llama.cpp the embeddings always
 * stay in main memory, and whole layers and the output go to a GPU, the last ones first.
 *
 * @param embedding bytes of the token embeddings
 * @param output bytes of the output matrix and norm; where the embeddings are the output matrix too, of the norm alone
 * @param layers one entry for each layer
 * @param tied whether the embeddings are the output matrix too; a GPU that holds the output then has them a second time
 */
public record WeightBytes(long embedding, long output, List<LayerBytes> layers, boolean tied) {

    /**
     * Bytes of one layer.
     *
     * @param experts of its mixture of experts; 0 for a dense layer
     * @param others all else
     */
    public record LayerBytes(long experts, long others) {
        public long total() {
            return experts + others;
        }
    }

    private static final Pattern BLOCK = Pattern.compile("blk\\.(\\d+)\\..*");

    public WeightBytes {
        layers = List.copyOf(layers);
    }

    /** Bytes of all weights, what {@code llama_model_size} says. */
    public long total() {
        return embedding + output + layers.stream().mapToLong(LayerBytes::total).sum();
    }

    /** Bytes of all experts. */
    public long experts() {
        return layers.stream().mapToLong(LayerBytes::experts).sum();
    }

    /**
     * Exact figures of a file.
     *
     * @throws GgufException if the file makes no sense
     */
    public static WeightBytes of(GgufModel model) throws GgufException {
        var architecture = model.architecture();
        var experts = new long[architecture.layers()];
        var others = new long[architecture.layers()];
        long embedding = 0;
        long output = 0;
        for (var tensor : model.tensors()) {
            var block = BLOCK.matcher(tensor.name());
            int layer = block.matches() ? layer(block.group(1), others.length) : -1;
            if (layer >= 0) {
                (tensor.name().contains("_exps.") ? experts : others)[layer] += tensor.bytes();
            } else if (tensor.name().equals("token_embd.weight")) {
                embedding += tensor.bytes();
            } else {
                output += tensor.bytes();
            }
        }
        return new WeightBytes(embedding, output, layers(experts, others), architecture.tiedEmbeddings());
    }

    private static int layer(String number, int layers) {
        // what lies behind the last layer, as predicting heads do, stays with the output
        return number.length() < 5 && Integer.parseInt(number) < layers ? Integer.parseInt(number) : -1;
    }

    private static List<LayerBytes> layers(long[] experts, long[] others) {
        var layers = new ArrayList<LayerBytes>();
        for (int i = 0; i < others.length; i++) {
            layers.add(new LayerBytes(experts[i], others[i]));
        }
        return layers;
    }

    /**
     * Figures of a file that is not here. The total is the file's size, some megabytes too much because its vocabulary is
     * counted; how it is shared out follows what llama.cpp's quantiser does with each label: the output matrix is kept in
     * {@code Q6_K} or better.
     *
     * @param vocabulary number of token ids
     * @param label for example {@code Q4_K_M}
     * @param fileBytes size of all files
     */
    public static WeightBytes estimate(Architecture architecture, long vocabulary, String label, long fileBytes) {
        var values = vocabulary * architecture.embeddingLength();
        var body = bodyType(label);
        var head = body.blockBytes() * (long) TensorType.Q6_K.blockSize()
                        > TensorType.Q6_K.blockBytes() * (long) body.blockSize()
                ? body
                : TensorType.Q6_K;
        boolean tied = architecture.tiedEmbeddings();
        long embedding = Math.min(fileBytes, bytes(values, tied ? head : body));
        long output = tied ? 0 : Math.min(fileBytes - embedding, bytes(values, head));
        long layer = (fileBytes - embedding - output) / architecture.layers();
        long experts = (long) (layer * expertShare(architecture));
        long rest = fileBytes - embedding - output - layer * architecture.layers();
        var layers = new ArrayList<LayerBytes>();
        for (int i = 0; i < architecture.layers(); i++) {
            layers.add(new LayerBytes(experts, layer - experts));
        }
        return new WeightBytes(embedding, output + rest, layers, tied);
    }

    private static long bytes(long values, TensorType type) {
        return values / type.blockSize() * type.blockBytes();
    }

    /** The type of most weights of a layer. */
    private static TensorType bodyType(String label) {
        var upper = label.toUpperCase(Locale.ROOT);
        for (var type : List.of(
                TensorType.Q2_K,
                TensorType.Q3_K,
                TensorType.Q4_K,
                TensorType.Q5_K,
                TensorType.Q6_K,
                TensorType.Q4_0,
                TensorType.Q4_1,
                TensorType.Q5_0,
                TensorType.Q5_1,
                TensorType.Q8_0,
                TensorType.BF16,
                TensorType.F16)) {
            if (upper.startsWith(type.name())) {
                return type;
            }
        }
        return upper.startsWith("IQ3") ? TensorType.IQ3_S : TensorType.Q4_K;
    }

    /** The share of a layer's weights that are experts. */
    private static double expertShare(Architecture architecture) {
        var experts = architecture.experts();
        if (experts == null) {
            return 0;
        }
        double width = architecture.embeddingLength();
        var attention = architecture.attention();
        double queries = (double) attention.heads().getFirst() * attention.keyLength();
        double shared = (double) attention.kvHeads().getFirst() * (attention.keyLength() + attention.valueLength());
        double own = 3 * width * experts.feedForward() * experts.count();
        return own / (own + width * (2 * queries + shared + experts.count()));
    }
}
