package dev.ponder.engine;

import java.util.List;

/** What happens while a reply is generated. Text comes in whole code points. */
public sealed interface GenerationEvent {

    /**
     * The prompt is tokenised and the cache consulted; prefill starts.
     *
     * @param promptTokens tokens of the whole prompt
     * @param cachedTokens how many of them the KV cache already holds
     */
    record PromptCounted(int promptTokens, int cachedTokens) implements GenerationEvent {}

    /**
     * A batch of the prompt was prefilled.
     *
     * @param processedTokens tokens now in the KV cache, cached ones included
     * @param promptTokens tokens of the whole prompt
     */
    record PromptProgress(int processedTokens, int promptTokens) implements GenerationEvent {}

    /**
     * How long the reply may think; comes once, after {@link PromptCounted}, where it may think at all.
     *
     * @param granted most tokens of thought before the landing
     * @param asked the budget of the request; more than {@code granted} where there is no room for it, as always with
     *     {@link ThinkingLimit#UNLIMITED}
     */
    record ThinkingPlanned(int granted, int asked) implements GenerationEvent {}

    /** The model opened a thought. */
    record ReasoningStarted() implements GenerationEvent {}

    /**
     * More of the thought.
     *
     * @param text whole code points, never empty
     */
    record ReasoningText(String text) implements GenerationEvent {}

    /**
     * The landing sentence begins; it follows as text of the thought, and then the answer comes.
     *
     * @param at tokens of thought so far
     * @param by why
     */
    record Landed(int at, LandedBy by) implements GenerationEvent {}

    /** The thought was closed; what follows is the answer. */
    record ReasoningEnded() implements GenerationEvent {}

    /**
     * More of the answer.
     *
     * @param text whole code points, never empty
     */
    record AnswerText(String text) implements GenerationEvent {}

    /**
     * A tool call as the model wrote it.
     *
     * @param body the text between {@code <tool_call>} and {@code </tool_call>}, trimmed; not checked
     * @param closed false where the reply ended before the closing tag
     */
    record ToolCallText(String body, boolean closed) implements GenerationEvent {}

    /**
     * How likely the options of a {@link DecisionRequest} are.
     *
     * @param logits of the first token of each option, in the order of the request
     * @param greatest the greatest logit of the whole vocabulary, which tells how far the model would say something else
     */
    record Decided(List<Double> logits, double greatest) implements GenerationEvent {
        public Decided {
            logits = List.copyOf(logits);
        }
    }

    /**
     * A native call takes long.
     *
     * @param seconds how long it has run
     */
    record Stalled(int seconds) implements GenerationEvent {}

    /**
     * Something failed; {@link Finished} follows.
     *
     * @param error what
     */
    record Failed(EngineError error) implements GenerationEvent {}

    /**
     * The last event.
     *
     * @param reason why the reply ended
     * @param tokens what it cost in tokens
     * @param timings what it cost in time
     */
    record Finished(StopReason reason, TokenCounts tokens, Timings timings) implements GenerationEvent {}

    /** Why a reply ended. */
    enum StopReason {
        /** The model ended it, or a stop string did. */
        STOP,
        /** The token limit or the context was reached. */
        LENGTH,
        /** Somebody cancelled. */
        CANCELLED,
        /** Something failed. */
        ERROR
    }

    /**
     * Tokens of a reply. {@code generated = reasoning + answer + marker + eog}; forced ones stand beside.
     *
     * @param prompt tokens of the prompt
     * @param cached how many of those came from the KV cache
     * @param generated tokens the model drew
     * @param reasoning of them, inside the thought
     * @param answer of them, in the answer, bodies of tool calls included
     * @param marker of them, thinking and tool tags and the blank lines that belong to them
     * @param eog of them, the end of the turn
     * @param forced tokens Ponder wrote into the reply
     */
    record TokenCounts(
            int prompt, int cached, int generated, int reasoning, int answer, int marker, int eog, int forced) {

        /** Nothing was done. */
        public static final TokenCounts NONE = new TokenCounts(0, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Time of a reply in milliseconds.
     *
     * @param promptMillis from the start to the first token's logits
     * @param reasoningMillis spent in the thought
     * @param answerMillis spent in the answer
     * @param nativePromptMillis llama.cpp's own figure for prefill
     * @param nativeDecodeMillis llama.cpp's own figure for decode
     * @param nativeDecodeTokens decode steps in that figure
     * @param javaMillis of the engine thread outside native calls
     */
    record Timings(
            double promptMillis,
            double reasoningMillis,
            double answerMillis,
            double nativePromptMillis,
            double nativeDecodeMillis,
            int nativeDecodeTokens,
            double javaMillis) {

        /** Nothing was done. */
        public static final Timings NONE = new Timings(0, 0, 0, 0, 0, 0, 0);
    }
}
