package dev.ponder.engine;

import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reply to be generated.
 *
 * @param conversation names the conversation whose KV cache is kept warm; null for a reply that neither uses a cache
 *     nor leaves one behind
 * @param prompt the whole prompt, history included
 * @param sampling how tokens are drawn
 * @param maxTokens most tokens to generate; 0 for as many as the context holds
 * @param stops strings that end the answer and are not shown
 * @param grammar what the answer must follow (reasoning is free), or null
 * @param start how the reply begins: outside a thought, inside one, or with no thinking markers at all
 * @param thinking how long it may think before it is brought to its answer
 * @param ignoreEnd go on past the end-of-generation token, for measurements
 */
public record GenerationRequest(
        @Nullable String conversation,
        Prompt prompt,
        Sampling sampling,
        int maxTokens,
        List<String> stops,
        @Nullable AnswerGrammar grammar,
        ReplyStart start,
        ThinkingLimit thinking,
        boolean ignoreEnd) {

    public GenerationRequest {
        stops = List.copyOf(stops);
        if (maxTokens < 0) {
            throw new IllegalArgumentException("the number of tokens cannot be negative");
        }
        if (stops.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("a stop string cannot be empty");
        }
    }

    /** A greedy reply to its natural end that keeps nothing warm. */
    public static GenerationRequest of(Prompt prompt, ReplyStart start) {
        return new GenerationRequest(
                null, prompt, Sampling.GREEDY, 0, List.of(), null, start, ThinkingLimit.NONE, false);
    }

    public GenerationRequest withConversation(@Nullable String name) {
        return new GenerationRequest(name, prompt, sampling, maxTokens, stops, grammar, start, thinking, ignoreEnd);
    }

    public GenerationRequest withSampling(Sampling draw) {
        return new GenerationRequest(conversation, prompt, draw, maxTokens, stops, grammar, start, thinking, ignoreEnd);
    }

    public GenerationRequest withMaxTokens(int tokens) {
        return new GenerationRequest(
                conversation, prompt, sampling, tokens, stops, grammar, start, thinking, ignoreEnd);
    }

    public GenerationRequest withStops(List<String> strings) {
        return new GenerationRequest(
                conversation, prompt, sampling, maxTokens, strings, grammar, start, thinking, ignoreEnd);
    }

    public GenerationRequest withGrammar(@Nullable AnswerGrammar bound) {
        return new GenerationRequest(
                conversation, prompt, sampling, maxTokens, stops, bound, start, thinking, ignoreEnd);
    }

    public GenerationRequest withThinking(ThinkingLimit limit) {
        return new GenerationRequest(
                conversation, prompt, sampling, maxTokens, stops, grammar, start, limit, ignoreEnd);
    }

    public GenerationRequest withIgnoreEnd(boolean ignore) {
        return new GenerationRequest(
                conversation, prompt, sampling, maxTokens, stops, grammar, start, thinking, ignore);
    }
}
