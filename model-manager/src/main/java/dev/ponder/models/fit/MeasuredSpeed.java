package dev.ponder.models.fit;

/**
 * The speed of real replies, averaged.
 *
 * @param model a name under which the same file comes back, for example its own
 * @param cost what is read for a token of it
 * @param tokensPerSecond while generating
 * @param replies that were averaged
 */
public record MeasuredSpeed(String model, TokenCost cost, double tokensPerSecond, int replies) {

    /** Replies that count; older ones fade. */
    private static final int REMEMBERED = 8;

    /** The same with one reply more. */
    MeasuredSpeed with(double another) {
        int count = Math.min(replies, REMEMBERED);
        return new MeasuredSpeed(model, cost, (tokensPerSecond * count + another) / (count + 1), replies + 1);
    }
}
