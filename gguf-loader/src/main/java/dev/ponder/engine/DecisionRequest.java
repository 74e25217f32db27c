package dev.ponder.engine;

import dev.ponder.qwen.Prompt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question that the model answers by the logits of one position, without a token being drawn.
 *
 * @param conversation whose KV cache the prompt begins like, so that only its own end has to be computed; null for none
 * @param prompt ends where the answer would begin
 * @param options the answers to be compared, each by its first token after the prompt; two of them that begin with the
 *     same token cannot be told apart and are refused by the engine
 */
public record DecisionRequest(@Nullable String conversation, Prompt prompt, List<String> options) {

    public DecisionRequest {
        options = List.copyOf(options);
        if (options.isEmpty()) {
            throw new IllegalArgumentException("a decision needs options");
        }
        if (options.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("an option cannot be empty");
        }
    }
}
