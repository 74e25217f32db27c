package dev.ponder.ui.transcript;

import dev.ponder.ui.markdown.Mark;
import dev.ponder.ui.markdown.RichText.Run;
import java.util.regex.Pattern;

/** What a part of a line is in a copy. */
final class Copies {

    private static final Pattern SIGNS = Pattern.compile("[\\\\`*_\\[\\]<$~|]|^(?=[#>+-])|(?<=^\\d{1,9})(?=[.)])");

    private Copies() {}

    /** As it is read; a formula as its source. */
    static String text(TextLine line, int from, int to) {
        var copy = new StringBuilder();
        int done = from;
        for (var run : line.spans()) {
            if (run.is(Mark.FORMULA) && run.start() >= from && run.end() <= to) {
                copy.append(line.text(), done, run.start()).append(run.target());
                done = run.end();
            }
        }
        return copy.append(line.text(), Math.min(done, to), to).toString();
    }

    /** As it could have been written. */
    static String markdown(TextLine line, int from, int to) {
        var copy = new StringBuilder();
        if (from == 0 && line.paper().isHeading()) {
            copy.append("#".repeat(line.paper().level())).append(' ');
        }
        if (line.paper() != TextLine.Paper.ANSWER && copy.isEmpty()) {
            return line.copy(from, to);
        }
        int done = from;
        for (var run : line.spans()) {
            int start = Math.max(from, run.start());
            int end = Math.min(to, run.end());
            if (start < end) {
                copy.append(escaped(line.text().substring(done, start)))
                        .append(marked(run, line.text().substring(start, end)));
                done = end;
            }
        }
        return copy.append(escaped(line.text().substring(done, to))).toString();
    }

    private static String escaped(String text) {
        return SIGNS.matcher(text).replaceAll("\\\\$0");
    }

    private static String marked(Run run, String text) {
        if (run.is(Mark.FORMULA)) {
            return run.target();
        }
        var inner = run.is(Mark.CODE)
                ? code(text)
                : run.is(Mark.NOTE) ? "[^" + text.substring(Math.min(1, text.length())) : escaped(text);
        if (run.is(Mark.STRIKE)) {
            inner = "~~" + inner + "~~";
        }
        if (run.is(Mark.ITALIC)) {
            inner = "*" + inner + "*";
        }
        if (run.is(Mark.BOLD)) {
            inner = "**" + inner + "**";
        }
        if (run.is(Mark.LINK) || run.is(Mark.IMAGE)) {
            inner = (run.is(Mark.IMAGE) ? "![" : "[") + inner + "](<" + run.target() + ">)";
        }
        return inner;
    }

    private static String code(String text) {
        var ticks = "`";
        while (text.contains(ticks)) {
            ticks += "`";
        }
        boolean needsSpace = text.startsWith("`") || text.endsWith("`");
        return needsSpace ? ticks + " " + text + " " + ticks : ticks + text + ticks;
    }
}
