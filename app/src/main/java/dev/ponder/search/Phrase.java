package dev.ponder.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Words that stand one after the other.
 *
 * @param words folded, at least one
 * @param open whether the last one may go on: what is looked for begins so
 */
record Phrase(List<String> words, boolean open) {

    Phrase {
        words = List.copyOf(words);
    }

    /** What of a text is meant; no words where it has none. */
    static Phrase of(String text, boolean open) {
        var words = new ArrayList<String>();
        var cursor = new WordCursor(text);
        int end = -1;
        boolean isPair = false;
        boolean isLone = false;
        while (cursor.next()) {
            boolean unspaced = Folding.isUnspaced(text.codePointAt(cursor.start()));
            if (unspaced && isPair && cursor.end() == end) {
                // the last character of a run: in the text the run may go on
                isLone = true;
                words.add(cursor.word());
                isPair = false;
                continue;
            }
            int width = text.codePointCount(cursor.start(), cursor.end());
            isPair = unspaced && width == 2;
            end = cursor.end();
            isLone = false;
            words.add(cursor.word());
        }
        return of(words, open, isLone);
    }

    private static Phrase of(List<String> words, boolean open, boolean endsInRun) {
        if (endsInRun) {
            return new Phrase(words.subList(0, words.size() - 1), false);
        }
        // one character of such a script begins every pair that it stands in
        boolean single = !words.isEmpty() && Folding.isUnspaced(words.getLast().codePointAt(0));
        return new Phrase(words, open || single);
    }

    /** Whether the index alone cannot tell where it stands. */
    boolean isLong() {
        return words.size() > 1;
    }

    /** Whether a word of a text is the word at a place of this phrase. */
    boolean matches(int place, String word) {
        var wanted = words.get(place);
        return (open && place == words.size() - 1) ? word.startsWith(wanted) : word.equals(wanted);
    }

    /** As the index is asked: rows that hold all the words, wherever they stand. */
    String match() {
        var match = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            match.append(i == 0 ? "" : " AND ").append('"').append(words.get(i)).append('"');
        }
        return match.append(open ? " *" : "").toString();
    }
}
