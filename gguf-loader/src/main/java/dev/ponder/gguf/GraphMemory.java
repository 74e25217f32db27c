package dev.ponder.gguf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The memory that a compute graph takes when every tensor is freed after its last use: what {@code ggml_gallocr} of
 * llama.cpp v0.4.0 reserves ({@code ggml_gallocr_alloc_graph_impl} in {@code ggml-alloc.c}), followed step by step,
 * because the holes that are left between tensors of different sizes decide about megabytes.
 */
final class GraphMemory {

    /** What is known of a tensor while memory is being given out. */
    private static final class Use {
        private int children;
        private int views;
        private boolean isOwned;
        private long offset;
    }

    private final List<GraphTensor> leaves = new ArrayList<>();
    private final List<GraphTensor> nodes = new ArrayList<>();
    private final Set<GraphTensor> visited = new HashSet<>();
    private final Map<GraphTensor, Use> uses = new HashMap<>();

    /** Adds a tensor and all that it is computed from; what was added before keeps its place. */
    void expand(GraphTensor tensor) {
        if (visited.add(tensor)) {
            tensor.sources().forEach(this::expand);
            (tensor.traits().isLeaf() ? leaves : nodes).add(tensor);
        }
    }

    /**
     * The bytes of a buffer for the graph.
     *
     * @param alignment of tensors on the device, in bytes
     */
    long bytes(long alignment) {
        var blocks = new FreeBlocks(alignment);
        uses.clear();
        leaves.forEach(leaf -> place(leaf, blocks));
        nodes.forEach(this::countUses);
        for (var node : nodes) {
            place(node, blocks);
            node.sources().forEach(source -> release(source, blocks));
        }
        return blocks.highest();
    }

    private void countUses(GraphTensor node) {
        var viewed = node.viewed();
        if (viewed != null) {
            use(viewed).views++;
        }
        node.sources().forEach(source -> use(source).children++);
    }

    private void place(GraphTensor tensor, FreeBlocks blocks) {
        if (tensor.traits().isExternal() || tensor.viewed() != null) {
            return;
        }
        var use = use(tensor);
        use.isOwned = true;
        if (tensor.traits().inPlace()) {
            for (var source : tensor.sources()) {
                if (canBeOverwritten(source, tensor)) {
                    use.offset = use(source).offset;
                    use(source).isOwned = false;
                    return;
                }
            }
        }
        use.offset = blocks.take(tensor.bytes());
    }

    private boolean canBeOverwritten(GraphTensor source, GraphTensor by) {
        var use = use(source);
        return use.isOwned
                && !source.traits().isKept()
                && source.layout().equals(by.layout())
                && use.children == 1
                && use.views == 0;
    }

    private void release(GraphTensor source, FreeBlocks blocks) {
        var use = use(source);
        use.children--;
        if (use.children > 0 || use.views > 0) {
            return;
        }
        var viewed = source.viewed();
        if (viewed == null) {
            free(source, blocks);
        } else {
            use(viewed).views--;
            if (use(viewed).views == 0 && use(viewed).children == 0) {
                free(viewed, blocks);
            }
        }
    }

    private void free(GraphTensor tensor, FreeBlocks blocks) {
        var use = use(tensor);
        if (use.isOwned && !tensor.traits().isKept()) {
            blocks.give(use.offset, tensor.bytes());
            use.isOwned = false;
        }
    }

    private Use use(GraphTensor tensor) {
        return uses.computeIfAbsent(tensor, _ -> new Use());
    }
}
