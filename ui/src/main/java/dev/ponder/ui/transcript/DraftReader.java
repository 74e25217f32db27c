package dev.ponder.ui.transcript;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads the answers of a long conversation elsewhere, from its end. Those at the end are read at once, so that what is seen
 * first is right; those above stand as they were written for the moment that it takes. Belongs to the JavaFX thread.
 */
final class DraftReader {

    /** So many characters are read at once; it takes a few milliseconds. */
    private static final int AT_ONCE = 24_000;

    /** So many entries change in one frame. */
    private static final int AT_A_TIME = 60;

    private final TranscriptDocument document;
    private final Frames frames;
    private volatile Object reading = new Object();

    private record Draft(MessageEntry entry, String text) {}

    private record Read(Draft draft, Growth growth) {}

    DraftReader(TranscriptDocument document, Frames frames) {
        this.document = document;
        this.frames = frames;
    }

    /** Makes drafts of what will not be read at once. To be called before anything asks for lines. */
    void draft(List<? extends Entry> entries) {
        int characters = 0;
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (entries.get(i) instanceof MessageEntry message && !message.isStreaming()) {
                characters += message.answer().length();
                if (characters > AT_ONCE) {
                    message.draft();
                }
            }
        }
    }

    /** Begins to read what is a draft, and no longer what was one before. */
    void start() {
        var drafts = new ArrayList<Draft>();
        for (var entry : document.entries()) {
            if (entry instanceof MessageEntry message && message.isDraft()) {
                drafts.add(new Draft(message, message.answer()));
            }
        }
        Collections.reverse(drafts);
        var mine = new Object();
        reading = mine;
        if (!drafts.isEmpty()) {
            Thread.ofVirtual().start(() -> read(drafts, mine));
        }
    }

    private void read(List<Draft> drafts, Object mine) {
        for (int from = 0; from < drafts.size() && reading.equals(mine); from += AT_A_TIME) {
            var part = drafts.subList(from, Math.min(drafts.size(), from + AT_A_TIME)).stream()
                    .map(draft -> new Read(draft, FlowingText.read(draft.text())))
                    .toList();
            frames.atNext(() -> take(part));
        }
    }

    private void take(List<Read> part) {
        int first = Integer.MAX_VALUE;
        int last = -1;
        for (var read : part) {
            var entry = read.draft().entry();
            // it may be gone by now, or have become another text
            if (document.entry(entry.id()) == entry) {
                entry.take(read.growth(), read.draft().text());
                int index = document.indexOf(entry);
                first = Math.min(first, index);
                last = Math.max(last, index);
            }
        }
        if (last >= 0) {
            document.refresh(first, last + 1);
        }
    }
}
