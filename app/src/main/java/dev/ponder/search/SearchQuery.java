package dev.ponder.search;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is looked for: every phrase of it. A phrase is what stands between spaces, or between quotation marks. The last one
 * may be unfinished, since somebody is typing; one that ends in an asterisk may go on too.
 */
public final class SearchQuery {

    /** Characters that are looked at. */
    private static final int LONGEST = 300;

    /** Words that the index is asked for at most. */
    private static final int MOST_WORDS = 24;

    private static final String QUOTES = "\"\u201C\u201D\u201E\u00AB\u00BB\u300C\u300D";

    private final List<Phrase> phrases;

    private SearchQuery(List<Phrase> phrases) {
        this.phrases = List.copyOf(phrases);
    }

    /** Reads what was typed. Never fails: what means nothing is left out. */
    public static SearchQuery of(String typed) {
        var text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        var phrases = new ArrayList<Phrase>();
        var open = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (QUOTES.indexOf(character) >= 0) {
                add(phrases, open, false);
                quoted = !quoted;
            } else if (!quoted && Character.isWhitespace(character)) {
                add(phrases, open, false);
            } else {
                open.append(character);
            }
        }
        add(phrases, open, true);
        return new SearchQuery(within(phrases));
    }

    private static void add(List<Phrase> phrases, StringBuilder text, boolean isLast) {
        boolean open = isLast || text.toString().endsWith("*");
        var phrase = Phrase.of(text.toString(), open);
        if (!phrase.words().isEmpty()) {
            phrases.add(phrase);
        }
        text.setLength(0);
    }

    private static List<Phrase> within(List<Phrase> phrases) {
        int words = 0;
        var kept = new ArrayList<Phrase>();
        for (var phrase : phrases) {
            words += phrase.words().size();
            if (words > MOST_WORDS) {
                break;
            }
            kept.add(phrase);
        }
        return kept;
    }

    List<Phrase> phrases() {
        return phrases;
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return phrases.isEmpty();
    }

    /** Whether what the index finds has to be looked at, since it does not know which word follows which. */
    boolean needsReading() {
        return phrases.stream().anyMatch(Phrase::isLong);
    }

    /** As the index is asked. */
    String match() {
        return phrases.stream().map(Phrase::match).collect(Collectors.joining(" AND "));
    }

    /** Without what was typed, since that does not belong into logs. */
    @Override
    public String toString() {
        return "SearchQuery[" + phrases.size() + " phrases]";
    }
}
