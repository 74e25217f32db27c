package dev.ponder.cli;

import java.util.Locale;

/**
 * Text of unknown origin on its way to a terminal: control characters that could move the cursor, colour the screen,
 * retitle the window or reorder the line become visible instead.
 */
final class SafeText {

    private static final char DELETE = 0x7F;
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int PICTURE_OF_DELETE = 0x2421;

    private SafeText() {}

    /**
     * Text for a terminal or a plain file. C0 controls but for newline and tab turn into their pictures (escape into
     * {@code ␛}), C1 controls and bidirectional overrides into their code points in angle brackets.
     *
     * @param text any text; a sequence cut in two by the caller is harmless all the same, since each character is judged
     *     alone
     * @return the text itself where nothing in it is dangerous
     */
    static String plain(String text) {
        return replace(text, false);
    }

    /**
     * A line for a terminal: as {@link #plain}, with newlines and tabs as spaces.
     *
     * @param text any text
     * @return text without a line break
     */
    static String line(String text) {
        return plain(text.replace("\r\n", " ").replace('\n', ' ').replace('\t', ' '));
    }

    /**
     * Serialised JSON in which no dangerous character stands as itself: each becomes its JSON escape. The JSON's value
     * does not change, since such a character can only lie inside a string.
     *
     * @param json a JSON text on one line
     * @return the same value, safe to print
     */
    static String json(String json) {
        return replace(json, true);
    }

    private static String replace(String text, boolean json) {
        StringBuilder safe = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean dangerous = isDangerous(c) || (json && (isLineSeparator(c) || isLoneSurrogate(text, i)));
            if (dangerous && safe == null) {
                safe = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (safe != null) {
                safe.append(dangerous ? replacement(c, json) : String.valueOf(c));
            }
        }
        return safe == null ? text : safe.toString();
    }

    private static boolean isDangerous(char c) {
        return (c < ' ' && c != '\n' && c != '\t')
                || (c >= DELETE && c <= 0x9F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }

    private static boolean isLineSeparator(char c) {
        // no danger to a terminal, but some readers of JSON lines split there
        return c == 0x2028 || c == 0x2029;
    }

    private static boolean isLoneSurrogate(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
    }

    private static String replacement(char c, boolean json) {
        if (json) {
            return String.format(Locale.ROOT, "\\u%04x", (int) c);
        }
        if (c < ' ') {
            return String.valueOf((char) (CONTROL_PICTURES + c));
        }
        return c == DELETE ? String.valueOf((char) PICTURE_OF_DELETE) : String.format(Locale.ROOT, "<U+%04X>", (int) c);
    }
}
