package dev.ponder.ui.transcript;

/**
 * Where a message stands among its alternatives, shown as {@code < 2/3 >}.
 *
 * @param position from 1
 * @param count at least 1; with 1 nothing is shown
 */
public record Siblings(int position, int count) {

    /** The message has no alternatives. */
    public static final Siblings ALONE = new Siblings(1, 1);

    /** Checks that the position is one of those counted. */
    public Siblings {
        if (position < 1 || position > count) {
            throw new IllegalArgumentException("position " + position + " of " + count);
        }
    }
}
