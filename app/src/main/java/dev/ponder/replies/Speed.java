package dev.ponder.replies;

import dev.ponder.chat.Conversations;
import dev.ponder.chat.ReplyFigures;
import dev.ponder.store.StoreException;
import java.util.List;
import java.util.Optional;

/**
 * How fast a model was in its latest replies.
 *
 * @param readPerSecond tokens of the prompt that are computed in a second
 * @param writtenPerSecond tokens that are generated in a second
 */
public record Speed(double readPerSecond, double writtenPerSecond) {

    private static final int REPLIES = 5;
    private static final double MILLIS = 1000;
    /** Of shorter replies and prompts the clock says nothing. */
    private static final int LEAST_TOKENS = 8;

    /** Measured over a model's latest replies; empty before its first. */
    static Optional<Speed> of(Conversations conversations, String model) throws StoreException {
        var latest = conversations.latestFigures(model, REPLIES);
        var writing = sum(latest, Speed::tokensWritten, Speed::millisWriting);
        var reading =
                sum(latest, figures -> figures.promptTokens() - figures.cachedTokens(), ReplyFigures::promptMillis);
        if (writing[1] == 0) {
            return Optional.empty();
        }
        double readPerSecond = reading[1] == 0 ? Double.POSITIVE_INFINITY : reading[0] * MILLIS / reading[1];
        return Optional.of(new Speed(readPerSecond, writing[0] * MILLIS / writing[1]));
    }

    private interface Figure {
        long of(ReplyFigures figures);
    }

    private static long[] sum(List<ReplyFigures> latest, Figure tokens, Figure millis) {
        long[] sum = new long[2];
        for (var figures : latest) {
            if (tokens.of(figures) >= LEAST_TOKENS) {
                sum[0] += tokens.of(figures);
                sum[1] += millis.of(figures);
            }
        }
        return sum;
    }

    private static long tokensWritten(ReplyFigures figures) {
        return figures.generatedTokens();
    }

    private static long millisWriting(ReplyFigures figures) {
        return figures.reasoningMillis() + figures.answerMillis();
    }

    /**
     * Tokens of thought that fit into a time.
     *
     * @param seconds until the answer is to begin
     * @param unread tokens of the prompt that have to be computed first
     */
    int tokensWithin(double seconds, int unread) {
        double left = seconds - unread / readPerSecond;
        return (int) Math.clamp(left * writtenPerSecond, 0, Integer.MAX_VALUE);
    }
}
