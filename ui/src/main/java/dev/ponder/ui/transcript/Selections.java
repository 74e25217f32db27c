package dev.ponder.ui.transcript;

import jfx.incubator.scene.control.richtext.TextPos;

/** What a selection copies. */
final class Selections {

    private Selections() {}

    /** The text between two positions, with what stands between the lines. Blocks are in whole, or not at all. */
    static String text(TranscriptDocument document, TextPos from, TextPos to) {
        return copy(document, from, to, false);
    }

    /** The same as Markdown. */
    static String markdown(TranscriptDocument document, TextPos from, TextPos to) {
        return copy(document, from, to, true);
    }

    private static String copy(TranscriptDocument document, TextPos from, TextPos to, boolean markdown) {
        var text = new StringBuilder();
        int last = Math.min(to.index(), document.size() - 1);
        for (int i = from.index(); i <= last; i++) {
            var line = document.line(i);
            int length = line.text().length();
            int start = i == from.index() ? Math.min(from.offset(), length) : 0;
            int end = Math.max(start, i == to.index() ? Math.min(to.offset(), length) : length);
            if (start == 0 && (end > 0 || length == 0)) {
                text.append(line.prefix());
            }
            text.append(markdown ? line.markdown(start, end) : line.copy(start, end));
            boolean isApart = line instanceof BlockLine.Silent && text.lastIndexOf("\n\n") == text.length() - 2;
            if (i < last && !isApart) {
                text.append(line.separator());
            }
        }
        return text.toString().stripTrailing();
    }
}
