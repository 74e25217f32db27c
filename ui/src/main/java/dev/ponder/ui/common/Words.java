package dev.ponder.ui.common;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts text into runs that JavaFX 26 can lay out. Where a line ends inside a right-to-left run, its text layout throws an
 * ArrayIndexOutOfBoundsException (PrismTextLayout.computeTrailingSpaceWidth); and where such a run needs two fonts, one
 * for letters and one for punctuation, the parts come in the wrong order. So text with such letters gets a run for each
 * word and each mark. Other text stays whole.
 */
public final class Words {

    /** A run is not longer than this, or a line might have to end in it. */
    private static final int LONGEST = 40;

    private Words() {}

    /** The text in pieces that join to it again; letters are shaped within a word alone, so it looks the same. */
    public static List<String> of(String text) {
        var letters = text.toCharArray();
        if (!Bidi.requiresBidi(letters, 0, letters.length)) {
            return List.of(text);
        }
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = 1; i <= letters.length; i++) {
            if (i == letters.length || isBorder(letters[i - 1], letters[i]) || i - start == LONGEST) {
                words.add(text.substring(start, i));
                start = i;
            }
        }
        return words;
    }

    private static boolean isBorder(char before, char after) {
        if (Character.isSurrogate(before) || Character.isSurrogate(after)) {
            return false;
        }
        return Character.isWhitespace(before) || isPartOfWord(before) != isPartOfWord(after);
    }

    private static boolean isPartOfWord(char c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.FORMAT;
    }
}
