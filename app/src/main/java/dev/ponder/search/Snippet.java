package dev.ponder.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A piece of a text around what was found, in one line.
 *
 * @param text with an ellipsis where it was cut
 * @param marks what was found in it, in order, apart from each other
 */
public record Snippet(String text, List<Mark> marks) {

    private static final int BEFORE = 48;
    private static final int LENGTH = 180;
    private static final String CUT = "…";

    public Snippet {
        marks = List.copyOf(marks);
    }

    /**
     * A stretch of characters.
     *
     * @param start of the first
     * @param end after the last
     */
    public record Mark(int start, int end) {}

    static Snippet of(String text, List<Mark> places) {
        int first = places.stream().mapToInt(Mark::start).min().orElse(0);
        int from = begin(text, first);
        int to = end(text, Math.min(text.length(), Math.max(from + LENGTH, first)));
        var shown = new StringBuilder(from > 0 ? CUT : "");
        int shift = shown.length() - from;
        for (int i = from; i < to; i++) {
            char character = text.charAt(i);
            shown.append(Character.isISOControl(character) || Character.isWhitespace(character) ? ' ' : character);
        }
        if (to < text.length()) {
            shown.append(CUT);
        }
        return new Snippet(shown.toString(), apart(places, from, to, shift));
    }

    private static int begin(String text, int hit) {
        if (hit <= BEFORE) {
            return 0;
        }
        int from = hit - BEFORE;
        for (int i = from; i < hit; i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                return i + 1;
            }
        }
        return Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    }

    private static int end(String text, int to) {
        return to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? to - 1 : to;
    }

    private static List<Mark> apart(List<Mark> places, int from, int to, int shift) {
        var apart = new ArrayList<Mark>();
        var sorted =
                places.stream().sorted(Comparator.comparingInt(Mark::start)).toList();
        for (var place : sorted) {
            int start = Math.max(place.start(), from) + shift;
            int end = Math.min(place.end(), to) + shift;
            if (start >= end) {
                continue;
            }
            if (!apart.isEmpty() && start <= apart.getLast().end()) {
                var last = apart.removeLast();
                apart.add(new Mark(last.start(), Math.max(last.end(), end)));
            } else {
                apart.add(new Mark(start, end));
            }
        }
        return apart;
    }

    /** Without the text, since chat text does not belong into logs. */
    @Override
    public String toString() {
        return "Snippet[" + text.length() + " characters, " + marks.size() + " marks]";
    }
}
