package dev.ponder.thinking;

import java.util.List;

/**
 * Most tokens of thought that a reply may have before it is brought to its answer.
 *
 * @param tokens 0 for no thought at all, {@link Integer#MAX_VALUE} for no limit but the context
 */
public record Budget(int tokens) implements Comparable<Budget> {

    /** No thought. A model that can be switched answers at once; one that always thinks lands at once. */
    public static final Budget NONE = new Budget(0);
    /** As long as the context has room. */
    public static final Budget UNLIMITED = new Budget(Integer.MAX_VALUE);

    /** What a person may choose from; any other number is possible too. */
    public static final List<Budget> CHOICES = List.of(
            NONE,
            new Budget(512),
            new Budget(2_048),
            new Budget(4_096),
            new Budget(8_192),
            new Budget(16_384),
            UNLIMITED);

    public Budget {
        if (tokens < 0) {
            throw new IllegalArgumentException("a budget cannot be negative");
        }
    }

    public boolean isNone() {
        return tokens == 0;
    }

    public boolean isUnlimited() {
        return tokens == Integer.MAX_VALUE;
    }

    /** The smaller of two. */
    public Budget atMost(Budget other) {
        return compareTo(other) <= 0 ? this : other;
    }

    @Override
    public int compareTo(Budget other) {
        return Integer.compare(tokens, other.tokens);
    }
}
