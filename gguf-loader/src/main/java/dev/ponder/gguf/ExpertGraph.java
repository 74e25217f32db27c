package dev.ponder.gguf;

import dev.ponder.gguf.Architecture.Experts;
import dev.ponder.gguf.GraphTensor.Layout;
import java.util.ArrayList;
import java.util.List;

/**
 * A layer's mixture of experts as {@code build_moe_ffn} in {@code llama-graph.cpp} of llama.cpp v0.4.0 builds it.
 *
 * @param graph that it becomes part of
 * @param experts how many there are, and how wide
 * @param width of the residual stream
 */
record ExpertGraph(GraphMemory graph, Experts experts, long width) {

    /** The sum of the experts that each token has chosen. */
    GraphTensor of(GraphTensor input) {
        long tokens = input.layout().extents().get(1);
        long used = experts.used();
        var probabilities = GraphTensor.inPlace(QwenGraph.product(input, experts.count()));
        // an index of 32 bits is as large as a value
        var sorted = GraphTensor.computed(List.of(probabilities), experts.count(), tokens);
        var chosen = sorted.view(new Layout(List.of(used, tokens), List.of(4L, 4L * experts.count())), List.of(sorted));
        var weights = weights(probabilities.reshaped(1, experts.count(), tokens), chosen, tokens);
        graph.expand(weights);
        var flat = input.reshaped(width, 1, tokens);
        var up = expertProduct(flat, chosen, experts.feedForward(), tokens);
        var gate = expertProduct(flat, chosen, experts.feedForward(), tokens);
        var inner = GraphTensor.computed(List.of(gate, up), experts.feedForward(), used, tokens);
        var outputs = GraphTensor.inPlace(expertProduct(inner, chosen, width, tokens), weights);
        graph.expand(outputs);
        return sum(outputs, tokens);
    }

    private GraphTensor weights(GraphTensor probabilities, GraphTensor chosen, long tokens) {
        long used = experts.used();
        var picked = GraphTensor.computed(List.of(probabilities, chosen), 1, used, tokens)
                .reshaped(used, tokens);
        var total = GraphTensor.inPlace(GraphTensor.computed(List.of(picked), 1, tokens));
        return GraphTensor.inPlace(picked, total).reshaped(1, used, tokens);
    }

    private GraphTensor expertProduct(GraphTensor input, GraphTensor chosen, long rows, long tokens) {
        return GraphTensor.computed(List.of(GraphTensor.external(), input, chosen), rows, experts.used(), tokens);
    }

    private GraphTensor sum(GraphTensor outputs, long tokens) {
        var parts = new ArrayList<GraphTensor>();
        for (int i = 0; i < experts.used(); i++) {
            var part = outputs.view(
                    new Layout(List.of(width, tokens), List.of(4L, 4L * width * experts.used())), List.of(outputs));
            graph.expand(part);
            parts.add(part);
        }
        if (parts.size() == 1) {
            return GraphTensor.computed(List.of(parts.getFirst()), width, tokens);
        }
        var sum = parts.getFirst();
        for (var part : parts.subList(1, parts.size())) {
            sum = GraphTensor.inPlace(sum, part);
            graph.expand(sum);
        }
        return sum;
    }
}
