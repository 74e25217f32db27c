package dev.ponder.qwen;

/** What was written right before: tells tags that are quoted, fenced or inside a JSON string from real ones. */
final class Surroundings {

    private static final int LONGEST_FENCE_HEAD = 8;
    private static final String OPENING_QUOTES = "`\"'\u201c\u2018";
    private static final String CLOSING_QUOTES = "`\"'\u201d\u2019";

    private final StringBuilder line = new StringBuilder();
    private char last;
    private char fence;
    private boolean inString;
    private boolean escaped;

    /** Any letter, blank or not, of the thought or the answer. */
    void text(char unit) {
        last = unit;
        if (unit == '\n') {
            line.setLength(0);
        } else if (line.length() < LONGEST_FENCE_HEAD) {
            line.append(unit);
            String head = line.toString().stripLeading();
            if (head.equals("```") || head.equals("~~~")) {
                fence = fence == 0 ? unit : fence == unit ? 0 : fence;
            }
        }
    }

    /** Any letter of a tool call's body. */
    void json(char unit) {
        if (unit == '\n') {
            // JSON strings hold no line breaks, so a call with a quote too many recovers here
            inString = false;
            escaped = false;
        } else if (escaped) {
            escaped = false;
        } else if (unit == '\\') {
            escaped = inString;
        } else if (unit == '"') {
            inString = !inString;
        }
    }

    /** A tag cuts what follows off from what was before. */
    void reset() {
        line.setLength(0);
        last = 0;
        fence = 0;
        inString = false;
        escaped = false;
    }

    boolean atLineStart() {
        return last == '\n';
    }

    boolean inFence() {
        return fence != 0;
    }

    boolean inJsonString() {
        return inString;
    }

    boolean afterQuote() {
        return last != 0 && OPENING_QUOTES.indexOf(last) >= 0;
    }

    boolean closesQuote(char unit) {
        return afterQuote() && CLOSING_QUOTES.charAt(OPENING_QUOTES.indexOf(last)) == unit;
    }
}
