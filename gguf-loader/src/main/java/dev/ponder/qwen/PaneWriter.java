package dev.ponder.qwen;

import dev.ponder.qwen.TokenLedger.Pane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sends letters to their panes, holding blank space back until it is known what follows. */
final class PaneWriter {

    private final TokenLedger ledger;
    private final Consumer<ReplySegment> sink;
    private final List<Letter> blanks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder body = new StringBuilder();
    private Pane pane = Pane.ANSWER;

    PaneWriter(TokenLedger ledger, Consumer<ReplySegment> sink) {
        this.ledger = ledger;
        this.sink = sink;
    }

    void hold(Letter blank) {
        blanks.add(blank);
    }

    boolean holdsLineBreak() {
        return blanks.stream().anyMatch(blank -> blank.unit() == '\n');
    }

    /** The blank space held belongs to a tag. */
    void dropHeld() {
        drop(blanks);
        blanks.clear();
    }

    /** Of the blank space held, blank lines belong to a tag; the indentation after them does not. */
    void dropHeldLines() {
        int end = blanks.size();
        while (end > 0 && blanks.get(end - 1).unit() != '\n') {
            end--;
        }
        var lines = blanks.subList(0, end);
        drop(lines);
        lines.clear();
    }

    void drop(List<Letter> letters) {
        letters.forEach(letter -> ledger.settle(letter.token(), Pane.MARKER));
    }

    void showHeld(Pane target) {
        blanks.forEach(blank -> show(blank, target));
        blanks.clear();
    }

    void show(Letter letter, Pane target) {
        if (target != pane) {
            flush();
            pane = target;
        }
        ledger.settle(letter.token(), target);
        text.append(letter.unit());
    }

    boolean bodyIsEmpty() {
        return body.isEmpty();
    }

    void showInBody(Letter letter) {
        for (var blank : blanks) {
            addToBody(blank);
        }
        blanks.clear();
        addToBody(letter);
    }

    void endBody(boolean closed) {
        flush();
        sink.accept(new ReplySegment.ToolCallBody(body.toString(), closed));
        body.setLength(0);
    }

    void announce(ReplySegment segment) {
        flush();
        sink.accept(segment);
    }

    void flush() {
        if (!text.isEmpty()) {
            String out = text.toString();
            text.setLength(0);
            sink.accept(
                    pane == Pane.REASONING ? new ReplySegment.ReasoningText(out) : new ReplySegment.AnswerText(out));
        }
    }

    private void addToBody(Letter letter) {
        ledger.settle(letter.token(), Pane.ANSWER);
        body.append(letter.unit());
    }
}
