package dev.ponder.qwen;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A random reply of which each character's pane is known, because it is put together from pieces that belong somewhere:
 * it says what a splitter must find without splitting anything.
 */
final class RandomReply {

    /** Where a piece belongs; the body of a call counts as answer. */
    enum Pane {
        THOUGHT,
        ANSWER,
        CALL,
        LAYOUT
    }

    /** Text, or one tag that a model with ids has a token for. */
    record Piece(String text, Pane pane, boolean tag) {}

    private static final List<String> WORDS = List.of(
            "a",
            " b",
            "Hm.",
            "\n",
            "\n\n",
            "  ",
            "\t",
            "é",
            "你好",
            "😀",
            "<",
            "</",
            "<thi",
            "</thin",
            "<tool_",
            " /think>x",
            "{}",
            "``c",
            "<b>",
            "<|im_end|>",
            "x = 1 < 2",
            "\n- item");

    private final Random random;
    private final boolean ids;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<ReplySegment.ToolCallBody> calls = new ArrayList<>();
    private final ReplyStart start;
    private boolean thoughtIsOpen;

    /** With {@code ids}, tags spelled out are text and may stand anywhere. */
    RandomReply(Random random, boolean ids) {
        this.random = random;
        this.ids = ids;
        this.start = ReplyStart.values()[random.nextInt(4)];
        build();
    }

    ReplyStart start() {
        return start;
    }

    List<ReplySegment.ToolCallBody> calls() {
        return calls;
    }

    boolean thoughtIsOpen() {
        return thoughtIsOpen;
    }

    String shown(Pane pane) {
        var text = new StringBuilder();
        pieces.stream().filter(piece -> piece.pane() == pane).forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    private void build() {
        if (start.insideThought() || (start == ReplyStart.OUTSIDE && chance(70))) {
            thoughts();
        } else if (chance(20)) {
            layout(blanks());
            tag("</think>", Pane.LAYOUT);
            answerAfterTag();
        } else {
            add(blanks(), Pane.ANSWER);
            answer();
        }
    }

    private void thoughts() {
        if (start == ReplyStart.OUTSIDE) {
            layout(blanks());
            tag("<think>", Pane.LAYOUT);
        }
        boolean continued = start == ReplyStart.CONTINUED;
        if (!continued && chance(15)) {
            layout(blanks());
            tag("<think>", Pane.LAYOUT);
        }
        if (chance(20)) {
            layout(lines() + blanks());
        } else {
            add(lines(), continued ? Pane.THOUGHT : Pane.LAYOUT);
            add(indent(), Pane.THOUGHT);
            text(Pane.THOUGHT);
            if (chance(10)) {
                add(blanks(), Pane.THOUGHT);
                thoughtIsOpen = true;
                return;
            }
            layout(blanks());
        }
        if (chance(15)) {
            calls(1 + random.nextInt(2));
        } else {
            tag("</think>", Pane.LAYOUT);
            answerAfterTag();
        }
    }

    private void answerAfterTag() {
        layout(lines());
        if (chance(10)) {
            tag("</think>", Pane.LAYOUT);
            layout(lines());
        }
        if (chance(85)) {
            add(indent(), Pane.ANSWER);
            answer();
        } else {
            calls(1 + random.nextInt(2));
        }
    }

    private void answer() {
        text(Pane.ANSWER);
        for (int i = random.nextInt(3); i > 0; i--) {
            answerSpecial();
            text(Pane.ANSWER);
        }
        if (chance(25)) {
            layout(blanks());
            calls(1 + random.nextInt(3));
        } else {
            add(blanks(), Pane.ANSWER);
        }
    }

    private void answerSpecial() {
        switch (random.nextInt(4)) {
            case 0 -> {
                add("see ", Pane.ANSWER);
                tag("<think>", Pane.ANSWER);
                add("\nquoted\n", Pane.ANSWER);
                tag("</think>", Pane.ANSWER);
                add("\n\n", Pane.ANSWER);
            }
            case 1 -> {
                add("the ", Pane.ANSWER);
                tag("</think>", Pane.ANSWER);
                add(" tag", Pane.ANSWER);
            }
            case 2 -> {
                add("\n```xml\n", Pane.ANSWER);
                tag(chance(50) ? "</think>" : "<tool_call>", Pane.ANSWER);
                add("\n\n```\n", Pane.ANSWER);
            }
            default -> {
                add("end.\n", Pane.ANSWER);
                // in a reply that could not think there are no leftovers of a thought
                tag("</think>", start == ReplyStart.ANSWER ? Pane.ANSWER : Pane.LAYOUT);
                add("\n\n", Pane.ANSWER);
            }
        }
    }

    private void calls(int count) {
        for (int i = 0; i < count; i++) {
            tag("<tool_call>", Pane.LAYOUT);
            layout(blanks());
            int from = pieces.size();
            body();
            boolean closed = i < count - 1 || chance(85);
            layout(blanks());
            calls.add(new ReplySegment.ToolCallBody(
                    joined(pieces.subList(from, pieces.size()).stream()
                            .filter(piece -> piece.pane() == Pane.CALL)
                            .toList()),
                    closed));
            if (!closed) {
                return;
            }
            tag("</tool_call>", Pane.LAYOUT);
            layout(lines());
        }
        if (chance(20)) {
            add(indent() + "Done.", Pane.ANSWER);
        }
    }

    private void body() {
        add("{\"name\": \"f\",", Pane.CALL);
        if (chance(50)) {
            add("\n \"arguments\": {\"a\\\\\": \"tags \\\" like ", Pane.CALL);
            tag(List.of("<think>", "</think>", "<tool_call>", "</tool_call>").get(random.nextInt(4)), Pane.CALL);
            add("\"}", Pane.CALL);
        }
        add("}", Pane.CALL);
    }

    /** Text that begins and ends with a visible character. */
    private void text(Pane pane) {
        add("T", pane);
        for (int i = random.nextInt(6); i > 0; i--) {
            int kind = random.nextInt(10);
            if (kind == 0) {
                quoted(pane);
            } else if (kind == 1 && pane == Pane.THOUGHT) {
                add("use ", pane);
                tag(List.of("<tool_call>", "</tool_call>", "<think>").get(random.nextInt(3)), pane);
                add(" here", pane);
            } else if (kind == 2 && ids) {
                add(
                        List.of("<think>", "</think>", "<tool_call>", "</tool_call>")
                                .get(random.nextInt(4)),
                        pane);
            } else {
                add(WORDS.get(random.nextInt(WORDS.size())), pane);
            }
            add(chance(50) ? "" : "w", pane);
        }
        add(".", pane);
    }

    private void quoted(Pane pane) {
        String quote = List.of("`", "\"", "'").get(random.nextInt(3));
        add(quote, pane);
        // in an answer an opening tag would claim the next closing one
        tag(
                pane == Pane.ANSWER
                        ? "</tool_call>"
                        : List.of("<think>", "</think>", "<tool_call>").get(random.nextInt(3)),
                pane);
        add(quote, pane);
    }

    private void tag(String text, Pane pane) {
        pieces.add(new Piece(text, pane, true));
    }

    private void layout(String text) {
        add(text, Pane.LAYOUT);
    }

    private void add(String text, Pane pane) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, pane, false));
        }
    }

    private String blanks() {
        return List.of("", "\n", "\n\n", " ", "\n \n", " \n").get(random.nextInt(6));
    }

    private String lines() {
        return List.of("", "\n", "\n\n", " \n", "\n \n").get(random.nextInt(5));
    }

    private String indent() {
        return List.of("", "", "  ", "\t").get(random.nextInt(4));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private static String joined(List<Piece> pieces) {
        var text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.text()));
        return text.toString();
    }

    /** The reply cut at random bytes, and what its tokens should count as. */
    CutReply cut() {
        var cut = new CutReply();
        for (var piece : pieces) {
            if (piece.tag() && ids) {
                cut.tag(piece);
            } else {
                piece.text().codePoints().forEach(point -> cut.codePoint(point, piece.pane(), () -> chance(30)));
            }
        }
        cut.close();
        return cut;
    }

    ThinkingMarkers markers() {
        return ids ? TokenStream.QWEN : ThinkingMarkers.IN_TEXT;
    }

    @Override
    public String toString() {
        return start + (ids ? " by id " : " in text ") + pieces;
    }
}
