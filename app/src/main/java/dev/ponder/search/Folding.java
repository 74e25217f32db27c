package dev.ponder.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What of a character a search looks at: neither case nor accents nor width, and no vowel points. */
final class Folding {

    private static final int FIRST_UNSPACED = 0x0E00;
    private static final int FIRST_EAST_ASIAN = 0x2E80;
    private static final int FIRST_WIDTH_FORM = 0xFF00;
    private static final int LAST_WIDTH_FORM = 0xFFEF;
    private static final int PROLONGED_SOUND = 0x30FC;

    /** Written without spaces between words, or with particles that a search should see through. */
    private static final Set<UnicodeScript> UNSPACED = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.HANGUL,
            UnicodeScript.BOPOMOFO,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private Folding() {}

    /** Whether a character belongs to a script that is searched by pairs of characters. */
    static boolean isUnspaced(int character) {
        return character >= FIRST_UNSPACED
                && (character == PROLONGED_SOUND
                        || (isWordPart(character) && UNSPACED.contains(UnicodeScript.of(character))));
    }

    /** Whether a character is part of a word. */
    static boolean isWordPart(int character) {
        return Character.isLetterOrDigit(character) || isMark(character);
    }

    /** Whether a character is a word of its own: emoji and other pictures. */
    static boolean isPicture(int character) {
        return Character.getType(character) == Character.OTHER_SYMBOL;
    }

    /** Appends what is looked at; nothing for an accent. */
    static void append(StringBuilder to, int character) {
        if (character < 0x80) {
            to.append((char) (character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character));
        } else if (isPoint(character)) {
            return;
        } else if (character < FIRST_EAST_ASIAN) {
            decomposed(to, character);
        } else if (character >= FIRST_WIDTH_FORM && character <= LAST_WIDTH_FORM) {
            to.append(Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKC)
                    .toLowerCase(Locale.ROOT));
        } else {
            to.appendCodePoint(Character.toLowerCase(character));
        }
    }

    private static void decomposed(StringBuilder to, int character) {
        var parts = Normalizer.normalize(Character.toString(character), Normalizer.Form.NFKD);
        parts.codePoints()
                .filter(part -> isWordPart(part) && !isPoint(part))
                .map(Character::toLowerCase)
                .forEach(to::appendCodePoint);
    }

    /** Accents, and the points of Hebrew and Arabic, which most people leave out. */
    private static boolean isPoint(int character) {
        return (character >= 0x0300 && character <= 0x036F)
                || (character >= 0x0591 && character <= 0x05C7)
                || (character >= 0x064B && character <= 0x065F)
                || character == 0x0670;
    }

    private static boolean isMark(int character) {
        int type = Character.getType(character);
        return (type == Character.NON_SPACING_MARK && character < FIRST_WIDTH_FORM && !isVariation(character))
                || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isVariation(int character) {
        return character >= 0xFE00 && character <= 0xFE0F;
    }
}
