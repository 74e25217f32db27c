package dev.ponder.ui.common;

import java.text.Bidi;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Cuts text into runs that JavaFX 26 can lay out. Where a line ends inside a right-to-left run, its text layout throws an
 * ArrayIndexOutOfBoundsException (PrismTextLayout.computeTrailingSpaceWidth, by what PangoGlyphLayout remembers); and where
 * such a run needs two fonts, one for letters and one for punctuation, the parts come in the wrong order. So text with
 * such letters gets a run for each word and each mark, and a run ends wherever a line may. Characters that nobody sees,
 * such as Persian's joiners, get runs of their own, since it draws them as boxes. Other text stays whole.
 */
public final class Words {

    /** A run is not longer than this, or a line might have to end in it. */
    private static final int LONGEST = 40;

    private static final char JOINER = '\u200d';
    private static final char VARIATION = '\ufe0f';
    private static final char KEYCAP = '\u20e3';

    private Words() {}

    /** The text in pieces that join to it again; letters are shaped within a word alone, so it looks the same. */
    public static List<String> of(String text) {
        return of(text, areMixed(text));
    }

    /** Whether something in a paragraph runs from the right, or may. */
    public static boolean areMixed(String paragraph) {
        var letters = paragraph.toCharArray();
        return Bidi.requiresBidi(letters, 0, letters.length);
    }

    /**
     * The same for a part of a paragraph, where punctuation runs as what stands beside it does.
     *
     * @param areMixed what {@link #areMixed} says of the whole paragraph
     */
    public static List<String> of(String text, boolean areMixed) {
        var letters = text.toCharArray();
        var words = new ArrayList<String>();
        var lineEnds = areMixed ? lineEnds(text) : new BitSet();
        int start = 0;
        for (int i = 1; i < letters.length; i++) {
            if (isInvisible(text, i - 1) != isInvisible(text, i)
                    || (areMixed
                            && (lineEnds.get(i) || isBorder(letters[i - 1], letters[i]) || i - start == LONGEST))) {
                words.add(text.substring(start, i));
                start = i;
            }
        }
        words.add(text.substring(start));
        return words;
    }

    private static BitSet lineEnds(String text) {
        var ends = new BitSet();
        var found = BreakIterator.getLineInstance(Locale.ROOT);
        found.setText(text);
        for (int end = found.next(); end != BreakIterator.DONE; end = found.next()) {
            ends.set(end);
        }
        return ends;
    }

    /** Whether the first letter with a direction is Arabic, Hebrew or the like. */
    public static boolean beginFromTheRight(String paragraph) {
        for (int i = 0; i < paragraph.length(); i++) {
            char letter = paragraph.charAt(i);
            if (runsFromTheRight(letter)) {
                return true;
            }
            if (Character.getDirectionality(letter) == Character.DIRECTIONALITY_LEFT_TO_RIGHT) {
                return false;
            }
        }
        return false;
    }

    /** Whether nothing of a piece is to be drawn. */
    public static boolean isInvisible(String piece) {
        return !piece.isEmpty() && isInvisible(piece, 0);
    }

    /** Emoji are left as they are: what joins their parts, the font takes for a part of them. */
    private static boolean isInvisible(String text, int index) {
        return switch (text.charAt(index)) {
            case JOINER -> index == 0 || !isEmoji(text.codePointBefore(index));
            case VARIATION -> index == text.length() - 1 || !joinsOn(text.charAt(index + 1));
            default -> Character.getType(text.charAt(index)) == Character.FORMAT || isTone(text, index);
        };
    }

    /** A tone of skin, which the font would draw beside an outline that has none. */
    private static boolean isTone(String text, int index) {
        int start = Character.isLowSurrogate(text.charAt(index)) && index > 0 ? index - 1 : index;
        int end = start + 2;
        return Character.isEmojiModifier(text.codePointAt(start))
                && (start == 0 || Character.isEmoji(text.codePointBefore(start)))
                && (end >= text.length() || text.charAt(end) != JOINER);
    }

    private static boolean isEmoji(int codePoint) {
        return codePoint == VARIATION || Character.isEmoji(codePoint);
    }

    private static boolean joinsOn(char next) {
        return next == JOINER || next == KEYCAP;
    }

    private static boolean isBorder(char before, char after) {
        if (Character.isSurrogate(before) || Character.isSurrogate(after)) {
            return Character.isLetterOrDigit(before) || Character.isLetterOrDigit(after);
        }
        if (Character.isWhitespace(after)) {
            // a line that ends there ends after it
            return false;
        }
        return Character.isWhitespace(before)
                || isPartOfWord(before) != isPartOfWord(after)
                // between ideographs a line may end anywhere
                || Character.isIdeographic(before)
                || Character.isIdeographic(after)
                || (Character.isLetter(before)
                        && Character.isLetter(after)
                        && runsFromTheRight(before) != runsFromTheRight(after));
    }

    private static boolean runsFromTheRight(char letter) {
        byte direction = Character.getDirectionality(letter);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static boolean isPartOfWord(char c) {
        int type = Character.getType(c);
        return Character.isLetterOrDigit(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
