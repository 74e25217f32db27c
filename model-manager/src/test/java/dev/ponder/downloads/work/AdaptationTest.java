package dev.ponder.downloads.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class AdaptationTest {

    @Test
    void takesMoreConnectionsWhileEachBringsMore() {
        assertEquals(4, settled(4, connections -> 10.0 * connections));
    }

    @Test
    void staysWithOneWhereTheLineIsFull() {
        assertEquals(1, settled(4, _ -> 10.0));
    }

    @Test
    void stopsWhereAnotherOneBringsNothing() {
        assertEquals(2, settled(4, connections -> Math.min(20.0, 10.0 * connections)));
    }

    @Test
    void takesNoMoreThanItsPart() {
        var adaptation = new Adaptation();
        for (int i = 0; i < 50; i++) {
            adaptation.look(4, 10.0 * adaptation.target());
        }
        adaptation.look(2, 20);
        assertEquals(2, adaptation.target());
    }

    @Test
    void troubleHalvesIt() {
        var adaptation = new Adaptation();
        for (int i = 0; i < 50; i++) {
            adaptation.look(4, 10.0 * adaptation.target());
        }
        adaptation.trouble();
        assertEquals(2, adaptation.target());
        adaptation.trouble();
        adaptation.trouble();
        assertEquals(1, adaptation.target());
    }

    /** The number that it has most of the time in the end. */
    private static int settled(int most, IntToDoubleFunction speed) {
        var adaptation = new Adaptation();
        var times = new int[most + 1];
        for (int i = 0; i < 200; i++) {
            adaptation.look(most, speed.applyAsDouble(adaptation.target()));
            assertTrue(adaptation.target() >= 1 && adaptation.target() <= most);
            times[adaptation.target()] += i < 100 ? 0 : 1;
        }
        int best = 1;
        for (int i = 1; i <= most; i++) {
            best = times[i] > times[best] ? i : best;
        }
        return best;
    }
}
