package dev.ponder.gguf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is made of, from its metadata under the names and defaults of llama.cpp v0.4.0. Figures outside what
 * llama.cpp bears (it ends the process on some of them) never get here.
 *
 * @param name for example {@code qwen3} or {@code qwen3moe}
 * @param layers number of transformer blocks
 * @param contextLength context the model was made for, in tokens
 * @param embeddingLength width of the residual stream
 * @param feedForward width of the dense feed-forward network of each layer; 0 where there is none
 * @param attention shape of attention
 * @param rope rotary positions
 * @param experts the mixture of experts, or null for a dense model
 * @param tiedEmbeddings whether the token embedding is the output matrix too
 * @param plainCache whether every layer keeps keys and values of the whole context, as all Qwen3 models do; false for
 *     sliding windows, compressed attention and recurrent layers, whose cache is smaller
 */
public record Architecture(
        String name,
        int layers,
        int contextLength,
        int embeddingLength,
        List<Integer> feedForward,
        Attention attention,
        Rope rope,
        @Nullable Experts experts,
        boolean tiedEmbeddings,
        boolean plainCache) {

    public Architecture {
        feedForward = List.copyOf(feedForward);
    }

    /**
     * The shape of attention.
     *
     * @param heads query heads of each layer
     * @param kvHeads key/value heads of each layer
     * @param keyLength width of a key
     * @param valueLength width of a value
     */
    public record Attention(List<Integer> heads, List<Integer> kvHeads, int keyLength, int valueLength) {
        public Attention {
            heads = List.copyOf(heads);
            kvHeads = List.copyOf(kvHeads);
        }
    }

    /**
     * Rotary positions.
     *
     * @param base frequency base, theta
     * @param scaling {@code none}, {@code linear}, {@code yarn} or {@code longrope}
     * @param factor by which the context was stretched; 1 for not at all
     * @param originalContext context before stretching, in tokens
     */
    public record Rope(double base, String scaling, double factor, int originalContext) {}

    /**
     * A mixture of experts.
     *
     * @param count experts of a layer
     * @param used experts that serve one token
     * @param feedForward width of an expert; 0 if the file does not say
     */
    public record Experts(int count, int used, int feedForward) {}
}
