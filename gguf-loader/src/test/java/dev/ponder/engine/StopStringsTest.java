package dev.ponder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StopStringsTest {

    @Test
    void cutsAtTheFirstStopHoweverTheTextIsCut() {
        var text = "one two STOP three";
        for (int cut = 0; cut <= text.length(); cut++) {
            var stops = new StopStrings(List.of("STOP", "three"));
            var shown = stops.accept(text.substring(0, cut));
            if (!stops.hit()) {
                shown += stops.accept(text.substring(cut));
            }
            assertEquals("one two ", shown + stops.finish(), "cut at " + cut);
            assertTrue(stops.hit());
        }
    }

    @Test
    void holdsBackABeginningAndReleasesItWhenItGoesOnOtherwise() {
        var stops = new StopStrings(List.of("abcd"));
        assertEquals("x", stops.accept("xabc"));
        assertEquals("abcx", stops.accept("x"));
        assertEquals("", stops.accept("ab"));
        assertEquals("ab", stops.finish());
        assertFalse(stops.hit());
    }

    @Test
    void aBeginningThatOverlapsItselfIsNotLost() {
        var stops = new StopStrings(List.of("aab"));
        assertEquals("a", stops.accept("aaa"));
        assertEquals("", stops.accept("b"));
        assertTrue(stops.hit());
    }

    @Test
    void withoutStopsTextPassesAtOnce() {
        assertEquals("text", new StopStrings(List.of()).accept("text"));
    }
}
