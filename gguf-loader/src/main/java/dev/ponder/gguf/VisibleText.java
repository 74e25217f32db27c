package dev.ponder.gguf;

/**
 * Makes foreign text safe to print: characters that could steer a terminal or reorder a line are written as their
 * number, for example {@code \u001b}.
 */
public final class VisibleText {
    private static final int BRIEF = 60;

    private VisibleText() {}

    /** The text on one line: line breaks and tabs too are written as their numbers. */
    public static String of(String text) {
        return visible(text, false);
    }

    /** The text with its line breaks and tabs kept. */
    public static String ofLines(String text) {
        return visible(text, true);
    }

    /** The beginning of a text for a message, at most {@value #BRIEF} characters on one line. */
    static String brief(String text) {
        var points = text.codePoints().limit(BRIEF + 1).toArray();
        var shown = of(new String(points, 0, points.length));
        return shown.codePointCount(0, shown.length()) <= BRIEF
                ? shown
                : shown.substring(0, shown.offsetByCodePoints(0, BRIEF)) + "…";
    }

    private static String visible(String text, boolean lines) {
        var shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (isHarmless(point) || (lines && (point == '\n' || point == '\t'))) {
                shown.appendCodePoint(point);
            } else if (Character.isBmpCodePoint(point)) {
                shown.append(String.format("\\u%04x", point));
            } else {
                shown.append(String.format("\\u{%x}", point));
            }
        });
        return shown.toString();
    }

    private static boolean isHarmless(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                false;
            // joiners build emoji and Indic letters; every other format character hides or reorders text
            case Character.FORMAT -> point == 0x200C || point == 0x200D;
            default -> true;
        };
    }
}
