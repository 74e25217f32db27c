package dev.ponder.ui.transcript;

import dev.ponder.ui.transcript.BlockLine.CodeHead;
import dev.ponder.ui.transcript.TextLine.Edge;
import dev.ponder.ui.transcript.TextLine.Paper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes lines of text that arrives in pieces. Reading a piece costs what the piece is long: lines that have ended are
 * settled and never looked at again; only the line that is being written is made anew. Not thread-safe.
 */
final class LineBuilder {

    /** A paragraph longer than this goes on in the next, or laying it out would cost too much. */
    static final int LONGEST = 2000;

    private static final Pattern FENCE = Pattern.compile("\\s{0,3}(`{3,})\\s*([^`\\s]*)[^`]*");
    private static final Pattern HEADING = Pattern.compile("#{1,6} +(.*?)[ #]*");

    private final Paper paper;
    private final List<Line> lines = new ArrayList<>();
    private StringBuilder partial = new StringBuilder(0);
    private int settled;
    private int firstChanged;
    private int blanks;
    private boolean continuesLine;
    private boolean ended;
    private @Nullable CodeHead code;

    /** Lines on a paper; only an answer is read as Markdown. */
    LineBuilder(Paper paper) {
        this.paper = paper;
    }

    /** All lines so far. */
    List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    /** Takes in more text, before the end. The edit is one of {@link #lines()}. */
    Edit add(String text) {
        return change(() -> read(text));
    }

    /** Nothing more will come: what could still have become a mark is shown as it is. */
    Edit end() {
        return change(() -> {
            ended = true;
            if (!partial.isEmpty()) {
                settle(partial.toString());
            }
            partial = new StringBuilder(0);
        });
    }

    private Edit change(Runnable work) {
        int before = lines.size();
        lines.subList(settled, before).clear();
        firstChanged = settled;
        closeBlock();
        work.run();
        settled = lines.size();
        showPartial();
        return new Edit(firstChanged, before - firstChanged, lines.subList(firstChanged, lines.size()));
    }

    private void read(String text) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            partial.append(text, start, end);
            start = end + 1;
            settle(withoutReturn());
            partial.setLength(0);
            continuesLine = false;
        }
        partial.append(text, start, text.length());
        while (partial.length() > LONGEST) {
            int cut = cut(partial);
            settlePiece(partial.substring(0, cut), "");
            partial.delete(0, cut);
        }
    }

    private String withoutReturn() {
        int end = partial.length();
        return end > 0 && partial.charAt(end - 1) == '\r' ? partial.substring(0, end - 1) : partial.toString();
    }

    private void settle(String line) {
        var rest = line;
        while (rest.length() > LONGEST) {
            int cut = cut(rest);
            settlePiece(rest.substring(0, cut), "");
            rest = rest.substring(cut);
        }
        settlePiece(rest, "\n");
    }

    private void settlePiece(String line, String separator) {
        if (line.isBlank() && code == null && !continuesLine) {
            blanks++;
        } else if (!opensOrClosesCode(line)) {
            add(make(line).withSeparator(separator));
            if (code != null) {
                code.settled.append(line).append(separator);
            }
        }
        continuesLine = separator.isEmpty();
    }

    private boolean opensOrClosesCode(String line) {
        if (paper != Paper.ANSWER || continuesLine || !line.contains("```")) {
            return false;
        }
        var fence = FENCE.matcher(line);
        if (!fence.matches()) {
            return false;
        }
        if (code == null) {
            addBlanks();
            code = new CodeHead(fence.group(1), fence.group(2));
            lines.add(code);
            return true;
        }
        if (!fence.group(2).isEmpty() || fence.group(1).length() < code.fence.length()) {
            return false;
        }
        if (lines.getLast() instanceof CodeHead) {
            lines.add(TextLine.plain("", Paper.CODE, Edge.LAST));
        }
        replaceLast(((TextLine) lines.getLast()).withSeparator("\n" + code.fence + "\n"));
        code.open = "";
        code = null;
        return true;
    }

    /** Shows the line that is still being written, unless it may yet turn out to be a fence. */
    private void showPartial() {
        var line = partial.toString();
        if (code != null) {
            code.open = line;
            if (couldBeFence(line) || (line.isEmpty() && !(lines.getLast() instanceof CodeHead))) {
                return;
            }
            add(make(line));
        } else if (!line.isBlank() && !couldBeFence(line)) {
            int waiting = blanks;
            add(make(line));
            blanks = waiting;
        }
    }

    private boolean couldBeFence(String line) {
        return paper == Paper.ANSWER
                && !ended
                && !continuesLine
                && line.stripLeading().startsWith("`")
                && (line.strip().chars().allMatch(c -> c == '`')
                        || line.stripLeading().startsWith("```"));
    }

    private TextLine make(String line) {
        if (code != null) {
            return TextLine.plain(line, Paper.CODE, Edge.LAST);
        }
        if (paper != Paper.ANSWER) {
            return TextLine.plain(line, paper, Edge.of(lines.isEmpty(), true));
        }
        if (!continuesLine && line.startsWith("#")) {
            var heading = HEADING.matcher(line);
            if (heading.matches()) {
                var title = Inline.of(heading.group(1));
                return new TextLine(title.text(), title.spans(), Paper.HEADING, Edge.INNER, "\n");
            }
        }
        var inline = Inline.of(line);
        return new TextLine(inline.text(), inline.spans(), Paper.ANSWER, Edge.INNER, "\n");
    }

    private void add(TextLine line) {
        addBlanks();
        if (line.paper().isBlock() && !lines.isEmpty() && lines.getLast() instanceof TextLine last) {
            boolean first = last.edge() == Edge.FIRST || last.edge() == Edge.ONLY;
            replaceLast(last.withEdge(Edge.of(first, false)));
        }
        lines.add(line);
    }

    /** The line taken away may have been the last of a block; the one before it is again. */
    private void closeBlock() {
        if (!lines.isEmpty()
                && lines.getLast() instanceof TextLine last
                && last.paper().isBlock()) {
            boolean first = last.edge() == Edge.FIRST || last.edge() == Edge.ONLY;
            var closed = last.withEdge(Edge.of(first, true));
            if (!closed.equals(last)) {
                replaceLast(closed);
            }
        }
    }

    private void addBlanks() {
        boolean atStart = lines.isEmpty();
        int count = paper == Paper.ANSWER ? Math.min(blanks, 1) : blanks;
        blanks = 0;
        for (int i = 0; i < count && !atStart; i++) {
            add(TextLine.plain("", paper == Paper.ANSWER ? Paper.GAP : paper, gapEdge()));
        }
    }

    private Edge gapEdge() {
        return paper == Paper.ANSWER ? Edge.INNER : Edge.LAST;
    }

    private void replaceLast(Line line) {
        int last = lines.size() - 1;
        lines.set(last, line);
        firstChanged = Math.min(firstChanged, last);
    }

    private static int cut(CharSequence line) {
        for (int i = LONGEST; i > LONGEST / 2; i--) {
            if (line.charAt(i - 1) == ' ') {
                return i;
            }
        }
        return Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
