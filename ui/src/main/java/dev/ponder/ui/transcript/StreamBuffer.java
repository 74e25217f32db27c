package dev.ponder.ui.transcript;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Streamed text on its way to the next frame. Thread-safe; pieces of one message and kind are joined. */
final class StreamBuffer {

    /** What a text belongs to. */
    enum Kind {
        REASONING,
        ANSWER
    }

    /** Text of one message, with the number of tokens it is made of. */
    record Piece(String messageId, Kind kind, String text, int tokens) {}

    private static final class Growing {
        final String messageId;
        final Kind kind;
        final StringBuilder text = new StringBuilder();
        int tokens;

        Growing(String messageId, Kind kind) {
            this.messageId = messageId;
            this.kind = kind;
        }

        Piece toPiece() {
            return new Piece(messageId, kind, text.toString(), tokens);
        }
    }

    private final Deque<Growing> pieces = new ArrayDeque<>();

    /** Adds a text. True where the buffer was empty before, and somebody has to see to it that it is drained. */
    synchronized boolean add(String messageId, Kind kind, String text, int tokens) {
        boolean wasEmpty = pieces.isEmpty();
        var last = pieces.peekLast();
        if (last == null || last.kind != kind || !last.messageId.equals(messageId)) {
            last = new Growing(messageId, kind);
            pieces.add(last);
        }
        last.text.append(text);
        last.tokens += tokens;
        return wasEmpty;
    }

    /** Takes everything out. */
    synchronized List<Piece> drain() {
        var drained = new ArrayList<Piece>(pieces.size());
        for (var piece : pieces) {
            drained.add(piece.toPiece());
        }
        pieces.clear();
        return drained;
    }
}
