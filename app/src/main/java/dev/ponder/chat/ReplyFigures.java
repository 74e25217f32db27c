package dev.ponder.chat;

import dev.ponder.engine.GenerationEvent.Finished;

/**
 * What a reply cost.
 *
 * @param promptMillis until the first token
 * @param reasoningMillis spent thinking
 * @param answerMillis spent answering
 * @param promptTokens of the whole prompt
 * @param cachedTokens of them, not computed again
 * @param generatedTokens drawn by the model
 * @param reasoningTokens of them, in the thought
 * @param answerTokens of them, in the answer
 */
public record ReplyFigures(
        long promptMillis,
        long reasoningMillis,
        long answerMillis,
        int promptTokens,
        int cachedTokens,
        int generatedTokens,
        int reasoningTokens,
        int answerTokens) {

    /** The engine's account of one generation. */
    public static ReplyFigures of(Finished finished) {
        var tokens = finished.tokens();
        var timings = finished.timings();
        return new ReplyFigures(
                Math.round(timings.promptMillis()),
                Math.round(timings.reasoningMillis()),
                Math.round(timings.answerMillis()),
                tokens.prompt(),
                tokens.cached(),
                tokens.generated(),
                tokens.reasoning(),
                tokens.answer());
    }

    /** Of a reply that was cut off and continued: what was generated adds up, the prompt is the later one. */
    public ReplyFigures after(ReplyFigures earlier) {
        return new ReplyFigures(
                promptMillis,
                earlier.reasoningMillis + reasoningMillis,
                earlier.answerMillis + answerMillis,
                promptTokens,
                cachedTokens,
                earlier.generatedTokens + generatedTokens,
                earlier.reasoningTokens + reasoningTokens,
                earlier.answerTokens + answerTokens);
    }
}
