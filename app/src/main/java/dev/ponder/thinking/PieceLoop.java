package dev.ponder.thinking;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Finds a text whose end repeats with a fixed period. An n-gram of pieces that was seen before proposes a period; from then
 * on each piece is compared with the one a period earlier, until one differs.
 */
final class PieceLoop {

    /** Pieces of an n-gram that proposes a period. */
    private static final int GRAM = 6;
    /** Pieces that are looked back on, and so the longest period. A power of two. */
    private static final int WINDOW = 4096;

    /** How many pieces must repeat before anybody is told, and how many periods. */
    private static final int ENOUGH = 240;

    private static final int ENOUGH_PERIODS = 3;
    /** Rows of dashes, zeros or table cells repeat rightly: of a short period more is wanted. */
    private static final int SHORT_PERIOD = 8;

    private static final int ENOUGH_OF_SHORT = 400;

    private static final long BASE = 0x9E3779B97F4A7C15L;
    private static final long BASE_OF_OLDEST = power(GRAM);

    private final int[] hashes = new int[WINDOW];
    private final int[] starts = new int[WINDOW];
    private final long[] grams = new long[WINDOW];
    private final Map<Long, Integer> lastSeen = new HashMap<>();
    private long gram;
    private int count;
    private int characters;
    private int period;
    private int run;

    private static long power(int exponent) {
        long power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= BASE;
        }
        return power;
    }

    OptionalInt accept(String piece) {
        int here = count++;
        int hash = piece.hashCode();
        int oldest = here >= GRAM ? hashes[slot(here - GRAM)] : 0;
        if (here >= WINDOW) {
            // the map forgets what the window forgets
            lastSeen.remove(grams[slot(here)], here - WINDOW);
        }
        hashes[slot(here)] = hash;
        starts[slot(here)] = characters;
        characters += piece.length();
        gram = gram * BASE + hash - oldest * BASE_OF_OLDEST;
        grams[slot(here)] = gram;
        follow(here, hash);
        var before = here + 1 >= GRAM ? lastSeen.put(gram, here) : null;
        if (period == 0 && before != null) {
            propose(here, here - before);
        }
        return isLoop() ? OptionalInt.of(starts[slot(here - run + 1)]) : OptionalInt.empty();
    }

    private void follow(int here, int hash) {
        if (period == 0) {
            return;
        }
        if (hashes[slot(here - period)] == hash) {
            run++;
        } else {
            period = 0;
            run = 0;
        }
    }

    private void propose(int here, int distance) {
        if (distance >= WINDOW - GRAM) {
            return;
        }
        for (int i = 0; i < GRAM; i++) {
            if (hashes[slot(here - i)] != hashes[slot(here - distance - i)]) {
                return;
            }
        }
        period = distance;
        run = GRAM;
    }

    private boolean isLoop() {
        int enough = period < SHORT_PERIOD ? ENOUGH_OF_SHORT : ENOUGH;
        return period > 0 && run >= enough && run >= ENOUGH_PERIODS * period && run < WINDOW;
    }

    private static int slot(int index) {
        return index & (WINDOW - 1);
    }
}
