package dev.ponder.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Where the phrases of a query stand in a text. */
final class Places {

    /** So much text after the first place is looked at, where only a snippet is wanted. */
    private static final int AROUND = 400;

    private final List<Phrase> phrases;
    private final BitSet found = new BitSet();
    private final List<Snippet.Mark> marks = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<Snippet.Mark> bounds = new ArrayList<>();

    private Places(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    /**
     * Looks a text through.
     *
     * @param whole whether each phrase has to be looked for to the end; else the first place and what is around it will do
     */
    static Places in(String text, SearchQuery query, boolean whole) {
        var places = new Places(query.phrases());
        int most = query.phrases().stream()
                .mapToInt(phrase -> phrase.words().size())
                .max()
                .orElse(1);
        var cursor = new WordCursor(text);
        while (cursor.next() && !places.isEnough(cursor.start(), whole)) {
            places.add(cursor, most);
        }
        return places;
    }

    /** How many of the phrases stand there. */
    int count() {
        return found.cardinality();
    }

    /** In the order of their ends; may overlap. */
    List<Snippet.Mark> marks() {
        return marks;
    }

    private boolean isEnough(int at, boolean whole) {
        return !marks.isEmpty()
                && at > marks.getFirst().start() + AROUND
                && (!whole || found.cardinality() == phrases.size());
    }

    private void add(WordCursor cursor, int most) {
        words.add(cursor.word());
        bounds.add(new Snippet.Mark(cursor.start(), cursor.end()));
        if (words.size() > most) {
            words.removeFirst();
            bounds.removeFirst();
        }
        for (int i = 0; i < phrases.size(); i++) {
            var phrase = phrases.get(i);
            int from = words.size() - phrase.words().size();
            if (from >= 0 && endsHere(phrase, from)) {
                found.set(i);
                marks.add(new Snippet.Mark(bounds.get(from).start(), end(phrase)));
            }
        }
    }

    private boolean endsHere(Phrase phrase, int from) {
        for (int place = phrase.words().size() - 1; place >= 0; place--) {
            if (!phrase.matches(place, words.get(from + place))) {
                return false;
            }
        }
        return true;
    }

    private int end(Phrase phrase) {
        var last = bounds.getLast();
        var wanted = phrase.words().getLast();
        boolean half = phrase.open()
                && Folding.isUnspaced(wanted.codePointAt(0))
                && wanted.length() < words.getLast().length();
        return half ? last.start() + Character.charCount(wanted.codePointAt(0)) : last.end();
    }
}
