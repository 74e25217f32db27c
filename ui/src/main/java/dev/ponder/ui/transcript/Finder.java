package dev.ponder.ui.transcript;

import java.util.ArrayList;
import java.util.List;

/** Finds words in a document, whatever their case. Belongs to the JavaFX thread. */
final class Finder {

    /** Nobody goes through more of them. */
    private static final int MOST = 5_000;

    private final TranscriptDocument document;
    private String words = "";

    /**
     * A place where the words stand.
     *
     * @param line index in the document
     * @param start offset of the first character
     * @param end offset after the last
     */
    record Hit(int line, int start, int end) {}

    Finder(TranscriptDocument document) {
        this.document = document;
    }

    /** Looks for other words from now on. */
    void lookFor(String changed) {
        words = changed;
    }

    /** All places, from the top; a block that contains the words is one as a whole. */
    List<Hit> hits() {
        var hits = new ArrayList<Hit>();
        for (int i = 0; i < document.size() && hits.size() < MOST && !words.isBlank(); i++) {
            var line = document.line(i);
            if (line instanceof TextLine text) {
                for (var range : in(text)) {
                    hits.add(new Hit(i, range[0], range[1]));
                }
            } else if (indexOf(line.text(), 0) >= 0) {
                hits.add(new Hit(i, 0, line.text().length()));
            }
        }
        return hits;
    }

    /** The places in one line. */
    List<int[]> in(TextLine line) {
        if (words.isBlank()) {
            return List.of();
        }
        var ranges = new ArrayList<int[]>();
        int at = indexOf(line.text(), 0);
        while (at >= 0) {
            ranges.add(new int[] {at, at + words.length()});
            at = indexOf(line.text(), at + words.length());
        }
        return ranges;
    }

    private int indexOf(String text, int from) {
        for (int i = from; i <= text.length() - words.length(); i++) {
            if (text.regionMatches(true, i, words, 0, words.length())) {
                return i;
            }
        }
        return -1;
    }
}
