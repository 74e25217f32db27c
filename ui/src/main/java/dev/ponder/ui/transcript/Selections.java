package dev.ponder.ui.transcript;

import jfx.incubator.scene.control.richtext.TextPos;

/** What a selection copies. */
final class Selections {

    private Selections() {}

    /** The text between two positions, with what stands between the lines. Blocks are in whole, or not at all. */
    static String text(TranscriptDocument document, TextPos from, TextPos to) {
        var text = new StringBuilder();
        int last = Math.min(to.index(), document.size() - 1);
        for (int i = from.index(); i <= last; i++) {
            var line = document.line(i);
            int start = i == from.index() ? Math.min(from.offset(), line.text().length()) : 0;
            int end = i == to.index()
                    ? Math.min(to.offset(), line.text().length())
                    : line.text().length();
            text.append(line.text(), Math.min(start, end), end);
            if (i < last) {
                text.append(line.separator());
            }
        }
        return text.toString().stripTrailing();
    }
}
