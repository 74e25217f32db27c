package dev.ponder.gguf;

import org.jspecify.annotations.Nullable;

/**
 * The shape of a Qwen3 model that is to be written. Widths are multiples of 32, so that Q8_0 rows are whole.
 *
 * @param name for {@code general.name}
 * @param layers transformer blocks
 * @param width of the residual stream
 * @param heads query heads
 * @param kvHeads key/value heads
 * @param headWidth width of a key and a value
 * @param feedForward width of the dense feed-forward network
 * @param experts the mixture of experts, or null for a dense model
 * @param context in tokens
 * @param tied whether the token embedding is the output matrix too
 */
public record ModelShape(
        String name,
        int layers,
        int width,
        int heads,
        int kvHeads,
        int headWidth,
        int feedForward,
        Architecture.@Nullable Experts experts,
        int context,
        boolean tied) {

    /** Qwen3-0.6B's. */
    public static final ModelShape QWEN3_06B =
            new ModelShape("qwen3-0.6b-shape", 28, 1024, 16, 8, 128, 3072, null, 40_960, true);

    /** As many experts as Qwen3-30B-A3B, everything else tiny. */
    public static final ModelShape TINY_MOE =
            new ModelShape("qwen3moe-tiny", 2, 64, 2, 1, 32, 128, new Architecture.Experts(128, 8, 32), 4096, true);

    /** Dense and tiny. */
    public static final ModelShape TINY = new ModelShape("qwen3-tiny", 2, 64, 2, 1, 32, 128, null, 4096, true);

    String architecture() {
        return experts == null ? "qwen3" : "qwen3moe";
    }

    void writeTo(GgufWriter writer) {
        var prefix = architecture() + ".";
        writer.text("general.architecture", architecture())
                .text("general.type", "model")
                .text("general.name", name)
                .u32("general.file_type", 7)
                .u32("general.quantization_version", 2)
                .u32(prefix + "block_count", layers)
                .u32(prefix + "context_length", context)
                .u32(prefix + "embedding_length", width)
                .u32(prefix + "feed_forward_length", feedForward)
                .u32(prefix + "attention.head_count", heads)
                .u32(prefix + "attention.head_count_kv", kvHeads)
                .u32(prefix + "attention.key_length", headWidth)
                .u32(prefix + "attention.value_length", headWidth)
                .f32(prefix + "attention.layer_norm_rms_epsilon", 1e-6)
                .f32(prefix + "rope.freq_base", 1e6);
        if (experts != null) {
            writer.u32(prefix + "expert_count", experts.count())
                    .u32(prefix + "expert_used_count", experts.used())
                    .u32(prefix + "expert_feed_forward_length", experts.feedForward());
        }
    }
}
