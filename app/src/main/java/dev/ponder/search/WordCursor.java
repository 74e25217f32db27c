package dev.ponder.search;

/**
 * Walks over a text from one word that can be found to the next. In scripts without spaces the words are overlapping pairs
 * of characters, and the last character of a run; so every part of a run of two characters or more is a sequence of words.
 */
final class WordCursor {

    /** Characters of a word that are looked at; what is longer is no word. */
    static final int LONGEST = 40;

    private final String text;
    private int at;
    private int start;
    private int end;
    private String word = "";

    WordCursor(String text) {
        this.text = text;
    }

    /** Goes on to the next word. */
    boolean next() {
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (Folding.isUnspaced(character)) {
                pair(character);
                return true;
            }
            if (Folding.isPicture(character)) {
                start = at;
                at += Character.charCount(character);
                end = at;
                word = Character.toString(character);
                return true;
            }
            if (!Folding.isWordPart(character)) {
                at += Character.charCount(character);
            } else if (spaced()) {
                return true;
            }
        }
        return false;
    }

    /** The word as it is looked for. */
    String word() {
        return word;
    }

    /** Where it begins in the text. */
    int start() {
        return start;
    }

    /** Where it ends: of a pair, the second character's end. */
    int end() {
        return end;
    }

    private void pair(int first) {
        start = at;
        at += Character.charCount(first);
        var folded = new StringBuilder();
        Folding.append(folded, first);
        end = at;
        if (at < text.length()) {
            int second = text.codePointAt(at);
            if (Folding.isUnspaced(second)) {
                Folding.append(folded, second);
                end = at + Character.charCount(second);
            }
        }
        word = folded.toString();
    }

    private boolean spaced() {
        start = at;
        var folded = new StringBuilder();
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (!Folding.isWordPart(character) || Folding.isUnspaced(character)) {
                break;
            }
            if (folded.length() < LONGEST) {
                Folding.append(folded, character);
            }
            at += Character.charCount(character);
        }
        end = at;
        word = folded.toString();
        return !word.isEmpty();
    }
}
