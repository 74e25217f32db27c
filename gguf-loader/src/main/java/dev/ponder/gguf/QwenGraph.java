package dev.ponder.gguf;

import dev.ponder.gguf.GraphTensor.Layout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The compute graph of a Qwen3 model for one batch, dense or a mixture of experts, as {@code src/models/qwen3.cpp},
 * {@code qwen3moe.cpp} and {@code llama-graph.cpp} of llama.cpp v0.4.0 build it with flash attention. Only shapes and the
 * order of operations; for other architectures it is a guess by their figures.
 */
final class QwenGraph {

    private final Architecture architecture;
    private final Batch batch;
    private final GraphMemory graph = new GraphMemory();
    private final GraphTensor positions;
    private final GraphTensor keyRows;
    private final GraphTensor valueRows;
    private final GraphTensor mask;
    private final @Nullable GraphTensor keyRotation;
    private final @Nullable GraphTensor valueRotation;

    /**
     * What is computed at once.
     *
     * @param tokens of the batch
     * @param outputs tokens whose logits are wanted
     * @param context tokens of the cache, all of them visible
     * @param vocabulary number of token ids
     * @param keys element type of the cached keys
     * @param values element type of the cached values
     */
    record Batch(long tokens, long outputs, long context, long vocabulary, TensorType keys, TensorType values) {}

    /** What of the graph is placed in a buffer. */
    enum Part {
        /** All of it. */
        WHOLE,
        /** All but the embedding of the tokens: a device that is handed embeddings and inputs. */
        LAYERS
    }

    private QwenGraph(Architecture architecture, Batch batch) {
        this.architecture = architecture;
        this.batch = batch;
        positions = GraphTensor.input(Integer.BYTES, batch.tokens());
        keyRows = GraphTensor.input(Long.BYTES, batch.tokens());
        valueRows = GraphTensor.input(Long.BYTES, batch.tokens());
        mask = GraphTensor.input(Short.BYTES, batch.context(), batch.tokens());
        keyRotation = rotation(batch.keys(), architecture.attention().keyLength(), true);
        valueRotation = rotation(batch.values(), architecture.attention().valueLength(), false);
    }

    /** The memory of a graph. */
    static GraphMemory of(Architecture architecture, Batch batch, Part part) {
        var built = new QwenGraph(architecture, batch);
        built.build(part);
        return built.graph;
    }

    /**
     * The matrix by which a quantised cache is rotated before it is stored, a Hadamard matrix as large as a head allows for
     * keys and of 64 for values; null where nothing is rotated ({@code llama_kv_cache::build_input_k_rot}).
     */
    private static @Nullable GraphTensor rotation(TensorType type, int headLength, boolean largest) {
        if (type.blockSize() == 1 || headLength % 64 != 0 || headLength == 0) {
            return null;
        }
        int size = largest ? Integer.lowestOneBit(headLength) : 64;
        return GraphTensor.input(Float.BYTES, size, size);
    }

    private void build(Part part) {
        var tokens = GraphTensor.input(Integer.BYTES, batch.tokens());
        var embeddings = GraphTensor.input(Float.BYTES, architecture.embeddingLength(), batch.tokens());
        var outputRows = GraphTensor.input(Integer.BYTES, batch.outputs());
        var state = embeddings;
        if (part == Part.WHOLE) {
            state = GraphTensor.computed(
                    List.of(GraphTensor.external(), tokens), architecture.embeddingLength(), batch.tokens());
            graph.expand(state);
        }
        // a caller could hand in embeddings instead of tokens: room for them is always there
        graph.expand(embeddings);
        for (int layer = 0; layer < architecture.layers(); layer++) {
            state = layer(layer, state, outputRows);
        }
        var result = normed(state).kept();
        graph.expand(product(result, batch.vocabulary()).kept());
    }

    private GraphTensor layer(int layer, GraphTensor input, GraphTensor outputRows) {
        var attended = attention(layer, normed(input));
        var residual = input;
        if (layer == architecture.layers() - 1) {
            attended = rows(attended, outputRows);
            residual = rows(residual, outputRows);
        }
        var sum = GraphTensor.inPlace(attended, residual);
        var experts = architecture.experts();
        var inner = normed(sum);
        var out = experts == null
                ? feedForward(inner, architecture.feedForward().get(layer))
                : new ExpertGraph(graph, experts, architecture.embeddingLength()).of(inner);
        return GraphTensor.inPlace(out, sum);
    }

    private GraphTensor attention(int layer, GraphTensor input) {
        var shape = architecture.attention();
        long heads = shape.heads().get(layer);
        long shared = shape.kvHeads().get(layer);
        var queries = headed(input, shape.keyLength(), heads);
        var keys = headed(input, shape.keyLength(), shared);
        var values = headed(input, shape.valueLength(), shared);
        queries = rotated(GraphTensor.inPlace(normed(queries), positions), keyRotation);
        keys = rotated(GraphTensor.inPlace(normed(keys), positions), keyRotation);
        values = rotated(values, valueRotation);
        graph.expand(queries);
        graph.expand(values);
        graph.expand(keys);
        graph.expand(stored(keys, shape.keyLength() * shared, keyRows));
        graph.expand(stored(values, shape.valueLength() * shared, valueRows));
        var permuted = queries.view(queries.layout(), List.of(queries));
        var attended = GraphTensor.computed(
                List.of(permuted.view(queries.layout(), List.of(permuted)), cached(), cached(), mask),
                shape.valueLength(),
                heads,
                batch.tokens());
        var flat = attended.reshaped(shape.valueLength() * heads, batch.tokens());
        graph.expand(flat);
        return product(rotated(flat, valueRotation), architecture.embeddingLength());
    }

    private GraphTensor headed(GraphTensor input, long length, long heads) {
        return product(input, length * heads).reshaped(length, heads, batch.tokens());
    }

    private static GraphTensor rotated(GraphTensor tensor, @Nullable GraphTensor rotation) {
        if (rotation == null) {
            return tensor;
        }
        long[] extents = extents(tensor);
        long size = rotation.layout().extents().getFirst();
        long rows = java.util.Arrays.stream(extents).reduce(1, Math::multiplyExact) / size;
        return GraphTensor.computed(List.of(rotation, tensor.reshaped(size, rows)), size, rows)
                .reshaped(extents);
    }

    private GraphTensor stored(GraphTensor tensor, long width, GraphTensor rows) {
        var cache = GraphTensor.external();
        var flat = tensor.view(GraphTensor.packed(Float.BYTES, width, batch.tokens()), List.of(tensor));
        return cache.view(new Layout(List.of(), List.of()), List.of(flat, rows, cache));
    }

    private static GraphTensor cached() {
        var cache = GraphTensor.external();
        return cache.view(new Layout(List.of(), List.of()), List.of(cache));
    }

    private static GraphTensor feedForward(GraphTensor input, long width) {
        var up = product(input, width);
        var gate = product(input, width);
        return product(GraphTensor.computed(List.of(gate, up), extents(gate)), extents(input)[0]);
    }

    private static GraphTensor rows(GraphTensor tensor, GraphTensor chosen) {
        return GraphTensor.computed(
                List.of(tensor, chosen),
                extents(tensor)[0],
                chosen.layout().extents().getFirst());
    }

    /** A root mean square norm and its weights. */
    static GraphTensor normed(GraphTensor tensor) {
        return GraphTensor.inPlace(GraphTensor.inPlace(tensor), GraphTensor.external());
    }

    /** A matrix of weights applied to each row. */
    static GraphTensor product(GraphTensor tensor, long width) {
        return GraphTensor.computed(List.of(GraphTensor.external(), tensor), width, extents(tensor)[1]);
    }

    private static long[] extents(GraphTensor tensor) {
        return tensor.layout().extents().stream().mapToLong(Long::longValue).toArray();
    }
}
