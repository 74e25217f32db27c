package dev.ponder.engine;

import java.util.List;

/**
 * Watches an answer for stop strings. Text that may be the beginning of one is held back, so that no part of a stop
 * string is ever shown.
 */
final class StopStrings {
    private final List<String> stops;
    private final StringBuilder held = new StringBuilder();
    private boolean hit;

    StopStrings(List<String> stops) {
        this.stops = stops;
    }

    /**
     * Takes more of the answer.
     *
     * @return the text that can be shown
     */
    String accept(String text) {
        if (stops.isEmpty()) {
            return text;
        }
        held.append(text);
        int at = firstStop();
        if (at >= 0) {
            hit = true;
            return take(at);
        }
        return take(held.length() - longestBeginning());
    }

    /** The text held back, once nothing more comes. */
    String finish() {
        return hit ? "" : take(held.length());
    }

    /** Whether a stop string has come. */
    boolean hit() {
        return hit;
    }

    private String take(int length) {
        var shown = held.substring(0, length);
        held.delete(0, length);
        return shown;
    }

    private int firstStop() {
        int first = -1;
        for (var stop : stops) {
            int at = held.indexOf(stop);
            if (at >= 0 && (first < 0 || at < first)) {
                first = at;
            }
        }
        return first;
    }

    /** Length of the longest end of the held text with which a stop string begins. */
    private int longestBeginning() {
        int longest = 0;
        for (var stop : stops) {
            for (int length = Math.min(stop.length() - 1, held.length()); length > longest; length--) {
                if (stop.startsWith(held.substring(held.length() - length))) {
                    longest = length;
                }
            }
        }
        return longest;
    }
}
