package dev.ponder.ui.transcript;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All entries and all lines of a transcript, in order. Belongs to the JavaFX thread. */
final class TranscriptDocument {

    /** Hears of every change, after it happened. */
    interface Listener {

        /** Everything is different. */
        void replaced();

        /**
         * Some lines are different.
         *
         * @param from index of the first
         * @param removed the lines that were there
         * @param added the lines that are there now
         */
        void changed(int from, List<Line> removed, List<Line> added);
    }

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byId = new HashMap<>();
    private final List<Line> lines = new ArrayList<>();
    private @Nullable Listener listener;

    /** The one who hears of changes. */
    void setListener(@Nullable Listener listener) {
        this.listener = listener;
    }

    int size() {
        return lines.size();
    }

    Line line(int index) {
        return lines.get(index);
    }

    List<Line> lines(int from, int to) {
        return Collections.unmodifiableList(lines.subList(from, to));
    }

    List<Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    /** The index of an entry. */
    int indexOf(Entry entry) {
        int low = 0;
        int high = entries.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).start < entry.start) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        // entries without a line share their place with the next
        while (entries.get(low) != entry) {
            low++;
        }
        return low;
    }

    @Nullable Entry entry(String id) {
        return byId.get(id);
    }

    /** The header of the code block that a line belongs to, if it does. */
    AnswerBlock.@Nullable CodeHead codeAt(int index) {
        int head = codeHead(index);
        return head >= 0 && lines.get(head) instanceof AnswerBlock.CodeHead code ? code : null;
    }

    /** The index of that header; negative where a line is not of a code block. */
    int codeHead(int index) {
        for (int i = Math.min(index, lines.size() - 1); i >= 0; i--) {
            if (lines.get(i) instanceof AnswerBlock.CodeHead) {
                return i;
            }
            if (!(lines.get(i) instanceof TextLine line) || line.paper() != TextLine.Paper.CODE) {
                return -1;
            }
        }
        return -1;
    }

    /** The entry that a line belongs to; the last one for an index beyond the end. */
    @Nullable Entry entryAt(int line) {
        int low = 0;
        int high = entries.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (entries.get(middle).start <= line) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return entries.isEmpty() ? null : entries.get(low);
    }

    void replaceAll(List<Entry> changed) {
        entries.clear();
        byId.clear();
        lines.clear();
        changed.forEach(this::add);
        if (listener != null) {
            listener.replaced();
        }
    }

    /** Puts other entries in place of all from one on. */
    void replaceFrom(int index, List<Entry> changed) {
        int from = entries.get(index).start;
        var removed = List.copyOf(lines.subList(from, lines.size()));
        var gone = entries.subList(index, entries.size());
        gone.forEach(entry -> byId.remove(entry.id()));
        gone.clear();
        lines.subList(from, lines.size()).clear();
        changed.forEach(this::add);
        if (listener != null && !(removed.isEmpty() && changed.isEmpty())) {
            listener.changed(from, removed, List.copyOf(lines.subList(from, lines.size())));
        }
    }

    private void add(Entry entry) {
        entries.add(entry);
        byId.put(entry.id(), entry);
        var own = entry.compose();
        entry.start = lines.size();
        entry.count = own.size();
        lines.addAll(own);
    }

    void insert(int index, Entry entry) {
        entries.add(index, entry);
        byId.put(entry.id(), entry);
        entry.start = index == 0 ? 0 : entries.get(index - 1).start + entries.get(index - 1).count;
        entry.count = 0;
        apply(entry, new Edit(0, 0, entry.compose()));
    }

    void remove(Entry entry) {
        apply(entry, new Edit(0, entry.count, List.of()));
        entries.remove(entry);
        byId.remove(entry.id());
    }

    /**
     * Brings the lines of some entries that follow each other up to what they compose now, in one change.
     *
     * @param from index of the first entry
     * @param to index after the last
     */
    void refresh(int from, int to) {
        int start = entries.get(from).start;
        var last = entries.get(to - 1);
        var part = lines.subList(start, last.start + last.count);
        var composed = new ArrayList<Line>();
        for (var entry : entries.subList(from, to)) {
            var own = entry.compose();
            entry.count = own.size();
            composed.addAll(own);
        }
        var edit = Edit.between(part, composed);
        var removed = List.copyOf(part.subList(edit.from(), edit.from() + edit.removed()));
        part.clear();
        lines.addAll(start, composed);
        entries.get(from).start = start;
        placeAfter(entries.get(from));
        if (listener != null && !edit.isNothing()) {
            listener.changed(start + edit.from(), removed, edit.added());
        }
    }

    /** Brings an entry's lines up to what it composes now. */
    void refresh(Entry entry) {
        apply(entry, Edit.between(lines.subList(entry.start, entry.start + entry.count), entry.compose()));
    }

    /** Applies an edit of one entry's lines. */
    void apply(Entry entry, Edit edit) {
        if (edit.isNothing()) {
            return;
        }
        var part = lines.subList(entry.start + edit.from(), entry.start + edit.from() + edit.removed());
        var removed = List.copyOf(part);
        part.clear();
        lines.addAll(entry.start + edit.from(), edit.added());
        entry.count += edit.added().size() - edit.removed();
        placeAfter(entry);
        if (listener != null) {
            listener.changed(entry.start + edit.from(), removed, edit.added());
        }
    }

    private void placeAfter(Entry entry) {
        if (entries.getLast() == entry) {
            return;
        }
        int next = entry.start + entry.count;
        for (int i = entries.indexOf(entry) + 1; i < entries.size(); i++) {
            entries.get(i).start = next;
            next += entries.get(i).count;
        }
    }
}
