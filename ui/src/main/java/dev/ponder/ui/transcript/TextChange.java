package dev.ponder.ui.transcript;

import java.util.List;
import jfx.incubator.scene.control.richtext.TextPos;

/**
 * A change of lines in the words of the text control: characters from one position to another became others.
 *
 * @param start where the old text ends to be the same
 * @param end where the old text begins to be the same again, in the document as it was
 * @param charsTop characters added before the first new line break
 * @param linesAdded line breaks added
 * @param charsBottom characters added after the last new line break
 */
record TextChange(TextPos start, TextPos end, int charsTop, int linesAdded, int charsBottom) {

    /** What changed in a document, asked after the change. */
    static TextChange of(TranscriptDocument document, int from, List<Line> removed, List<Line> added) {
        if (!removed.isEmpty() && !added.isEmpty()) {
            return replacement(from, removed, added);
        }
        int count = removed.size() + added.size();
        boolean atEnd = from + added.size() == document.size();
        if (atEnd && from > 0) {
            var before = end(from - 1, document.line(from - 1));
            return removed.isEmpty()
                    ? new TextChange(before, before, 0, count, length(added.getLast()))
                    : new TextChange(before, end(from + count - 1, removed.getLast()), 0, 0, 0);
        }
        var here = TextPos.ofLeading(from, 0);
        if (removed.isEmpty()) {
            // the first lines of all replace the one empty line that the control saw
            return atEnd
                    ? new TextChange(here, here, length(added.getFirst()), count - 1, length(added.getLast()))
                    : new TextChange(here, here, length(added.getFirst()), count, 0);
        }
        return atEnd
                ? new TextChange(here, end(count - 1, removed.getLast()), 0, 0, 0)
                : new TextChange(here, TextPos.ofLeading(from + count, 0), 0, 0, 0);
    }

    private static TextChange replacement(int from, List<Line> removed, List<Line> added) {
        int same = 0;
        int most = Math.min(removed.size(), added.size()) - 1;
        while (same < most && removed.get(same).text().equals(added.get(same).text())) {
            same++;
        }
        int prefix = commonPrefix(removed.get(same).text(), added.get(same).text());
        int lines = added.size() - same - 1;
        return new TextChange(
                TextPos.ofLeading(from + same, prefix),
                end(from + removed.size() - 1, removed.getLast()),
                length(added.get(same)) - prefix,
                lines,
                lines == 0 ? 0 : length(added.getLast()));
    }

    private static int commonPrefix(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int i = 0;
        while (i < most && one.charAt(i) == other.charAt(i)) {
            i++;
        }
        return i;
    }

    private static TextPos end(int index, Line line) {
        return TextPos.ofLeading(index, length(line));
    }

    private static int length(Line line) {
        return line.text().length();
    }
}
