package dev.ponder.ui.transcript;

import dev.ponder.ui.transcript.TextLine.Edge;
import dev.ponder.ui.transcript.TextLine.Paper;
import java.text.Bidi;
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

    /** The same where each word is a run of its own, see Words. */
    private static final int LONGEST_OF_WORDS = 1000;

    /** After so many characters without a break nobody reads on, and all those words would hold up the window. */
    private static final int ENDLESS = 4000;

    private static final int LONGEST_OF_ENDLESS = 100;

    private final Paper paper;
    private final List<Line> lines = new ArrayList<>();
    private StringBuilder partial = new StringBuilder(0);
    private int settled;
    private int firstChanged;
    private int blanks;
    /** How many characters of the line that is being written are settled. */
    private int done;

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
            done = 0;
        }
        partial.append(text, start, text.length());
        for (int cut = piece(partial, done); cut < partial.length(); cut = piece(partial, done)) {
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
        for (int cut = piece(rest, done); cut < rest.length(); cut = piece(rest, done)) {
            settlePiece(rest.substring(0, cut), "");
            rest = rest.substring(cut);
        }
        settlePiece(rest, "\n");
    }

    private void settlePiece(String line, String separator) {
        if (line.isBlank() && done == 0) {
            blanks++;
        } else {
            add(make(line).withSeparator(separator));
        }
        done = separator.isEmpty() ? done + line.length() : 0;
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

    /**
     * How many characters the next paragraph of a line takes.
     *
     * @param line what has come of it and is in no paragraph yet
     * @param done how many characters of it are
     */
    static int piece(CharSequence line, int done) {
        int most = most(line, done);
        if (line.length() <= most) {
            return line.length();
        }
        for (int i = most; i > most / 2; i--) {
            if (line.charAt(i - 1) == ' ') {
                return i;
            }
        }
        return Character.isHighSurrogate(line.charAt(most - 1)) ? most - 1 : most;
    }

    private static int most(CharSequence line, int done) {
        var beginning =
                line.subSequence(0, Math.min(line.length(), LONGEST)).toString().toCharArray();
        if (!Bidi.requiresBidi(beginning, 0, beginning.length)) {
            return LONGEST;
        }
        return done < ENDLESS ? LONGEST_OF_WORDS : LONGEST_OF_ENDLESS;
    }
}
