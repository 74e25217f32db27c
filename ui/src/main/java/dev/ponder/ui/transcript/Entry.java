package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import java.util.List;

/** An item with the lines that show it. Its place is kept by the document. */
abstract sealed class Entry permits Entry.Mark, MessageEntry {

    private final String id;
    int start;
    int count;

    Entry(String id) {
        this.id = id;
    }

    final String id() {
        return id;
    }

    /** All lines, from the top. */
    abstract List<Line> compose();

    /** The item with all that was appended to it, at a moment. */
    abstract TranscriptItem item(long nanos);

    /** A boundary or a notice: one line that never changes. */
    static final class Mark extends Entry {
        private final TranscriptItem item;
        private final Line line;

        private Mark(TranscriptItem item, Line line) {
            super(item.id());
            this.item = item;
            this.line = line;
        }

        static Mark of(ContextBoundary boundary) {
            return new Mark(
                    boundary,
                    new BlockLine.Boundary(Texts.of(
                            boundary.firstKept() ? "transcript.boundary.middle" : "transcript.boundary.text")));
        }

        static Mark of(TranscriptNotice notice) {
            return new Mark(notice, new BlockLine.Notice(notice.text()));
        }

        @Override
        List<Line> compose() {
            return List.of(line);
        }

        @Override
        TranscriptItem item(long nanos) {
            return item;
        }
    }
}
