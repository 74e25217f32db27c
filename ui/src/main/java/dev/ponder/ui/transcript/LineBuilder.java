package dev.ponder.ui.transcript;

import dev.ponder.ui.transcript.TextLine.Edge;
import dev.ponder.ui.transcript.TextLine.Paper;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Makes lines of text that arrives in pieces. Reading a piece costs what the piece is long: lines that have ended are
 * settled and never looked at again; only the line that is being written is made anew. Not thread-safe.
 */
final class LineBuilder implements Growth {

    /** A paragraph longer than this goes on in the next, or laying it out would cost too much. */
    static final int LONGEST = 2000;

    private final Paper paper;
    private final List<Line> lines = new ArrayList<>();
    private StringBuilder partial = new StringBuilder(0);
    private int settled;
    private int firstChanged;
    private int blanks;
    private boolean continuesLine;

    /** Lines on a paper, as they are written. */
    LineBuilder(Paper paper) {
        this.paper = paper;
    }

    @Override
    public List<Line> lines() {
        return Collections.unmodifiableList(lines);
    }

    @Override
    public Edit add(String text) {
        return change(() -> read(text));
    }

    @Override
    public Edit end() {
        return change(() -> {
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
        if (line.isBlank() && !continuesLine) {
            blanks++;
        } else {
            add(make(line).withSeparator(separator));
        }
        continuesLine = separator.isEmpty();
    }

    /** Shows the line that is still being written. */
    private void showPartial() {
        var line = partial.toString();
        if (!line.isBlank()) {
            int waiting = blanks;
            add(make(line));
            blanks = waiting;
        }
    }

    private TextLine make(String line) {
        return TextLine.plain(line, paper, paper.isBlock() ? Edge.of(lines.isEmpty(), true) : Edge.INNER);
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
        int count = blanks;
        blanks = 0;
        for (int i = 0; i < count && !atStart; i++) {
            add(TextLine.plain("", paper, paper.isBlock() ? Edge.LAST : Edge.INNER));
        }
    }

    private void replaceLast(Line line) {
        int last = lines.size() - 1;
        lines.set(last, line);
        firstChanged = Math.min(firstChanged, last);
    }

    static int cut(CharSequence line) {
        for (int i = LONGEST; i > LONGEST / 2; i--) {
            if (line.charAt(i - 1) == ' ') {
                return i;
            }
        }
        return Character.isHighSurrogate(line.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    }
}
