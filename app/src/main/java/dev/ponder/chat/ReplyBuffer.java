package dev.ponder.chat;

import java.util.ArrayList;
import java.util.List;

/** The text of a reply in progress, and which of it is not yet on the disk. Guarded by its owner. */
final class ReplyBuffer {

    private final StringBuilder reasoning;
    private final StringBuilder answer;
    private final StringBuilder open = new StringBuilder();
    private ReplyPart openPart = ReplyPart.REASONING;
    private List<ReplyChunk> unsaved = new ArrayList<>();
    private long nextNumber;

    /** A buffer after text that is stored already. */
    ReplyBuffer(MessageText stored) {
        reasoning = new StringBuilder(stored.reasoning());
        answer = new StringBuilder(stored.content());
    }

    void append(ReplyPart part, String text) {
        if (part != openPart) {
            closeChunk();
            openPart = part;
        }
        open.append(text);
        (part == ReplyPart.REASONING ? reasoning : answer).append(text);
    }

    /** What is not on the disk, in order; stays unsaved until {@link #saved}. */
    List<ReplyChunk> unsaved() {
        closeChunk();
        return List.copyOf(unsaved);
    }

    boolean isSaved() {
        return open.isEmpty() && unsaved.isEmpty();
    }

    /** Notes that chunks up to this one are on the disk. */
    void saved(ReplyChunk last) {
        unsaved = new ArrayList<>(
                unsaved.stream().filter(chunk -> chunk.number() > last.number()).toList());
    }

    String reasoning() {
        return reasoning.toString();
    }

    String answer() {
        return answer.toString();
    }

    private void closeChunk() {
        if (!open.isEmpty()) {
            unsaved.add(new ReplyChunk(nextNumber++, openPart, open.toString()));
            open.setLength(0);
        }
    }
}
