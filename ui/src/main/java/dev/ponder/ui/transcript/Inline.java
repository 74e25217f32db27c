package dev.ponder.ui.transcript;

import dev.ponder.ui.transcript.Span.Face;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Code, bold and italic runs of one line of Markdown, with their marks taken away. A mark without its partner stays as
 * it was written.
 */
record Inline(String text, List<Span> spans) {

    /** A mark has to hug its content, so that {@code 2 * 3 * 4} and {@code snake_case} mean themselves. */
    private static final Pattern MARKED = Pattern.compile("(?<ticks>`+)(?<code>[^`](?:.*?[^`])?)\\k<ticks>(?!`)"
            + "|\\*\\*(?<bold>[^\\s*](?:.*?[^\\s])?)\\*\\*"
            + "|(?<![\\w*])\\*(?<italic>[^\\s*](?:[^*]*[^\\s*])?)\\*(?![\\w*])");

    static Inline of(String source) {
        if (source.indexOf('`') < 0 && source.indexOf('*') < 0) {
            return new Inline(source, List.of());
        }
        var text = new StringBuilder();
        var spans = new ArrayList<Span>();
        var matcher = MARKED.matcher(source);
        int copied = 0;
        while (matcher.find()) {
            text.append(source, copied, matcher.start());
            copied = matcher.end();
            if (matcher.group("code") != null) {
                add(text, spans, matcher.group("code"), Face.CODE);
            } else if (matcher.group("bold") != null) {
                add(text, spans, matcher.group("bold"), Face.BOLD);
            } else {
                add(text, spans, matcher.group("italic"), Face.ITALIC);
            }
        }
        return new Inline(text.append(source, copied, source.length()).toString(), spans);
    }

    private static void add(StringBuilder text, List<Span> spans, String content, Face face) {
        int start = text.length();
        // bold code is common in replies; it looks like code
        var stripped = face == Face.BOLD ? content.replace("`", "") : content;
        text.append(stripped);
        spans.add(new Span(start, text.length(), face));
    }
}
