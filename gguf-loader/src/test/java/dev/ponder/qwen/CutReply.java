package dev.ponder.qwen;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ponder.qwen.RandomReply.Pane;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** A reply being cut into tokens, and the count of them by the rule of {@link TokenTally}, from panes that are known. */
final class CutReply {

    private final List<TokenStream.Token> tokens = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Set<Pane> panes = EnumSet.noneOf(Pane.class);
    private Pane first = Pane.LAYOUT;
    private int undecided;
    private int thought;
    private int answer;
    private int layout;

    void codePoint(int codePoint, Pane pane, BooleanSupplier cutsHere) {
        for (byte b : Character.toString(codePoint).getBytes(UTF_8)) {
            if (cutsHere.getAsBoolean()) {
                close();
            }
            bytes.write(b);
        }
        panes.add(pane);
        first = first == Pane.LAYOUT ? pane : first;
    }

    void tag(RandomReply.Piece piece) {
        close();
        tokens.add(TokenStream.Token.tag(piece.text()));
        book(piece.pane(), 1);
    }

    /** Ends the token at hand; one that completed no code point waits for the next. */
    void close() {
        if (bytes.size() == 0) {
            return;
        }
        tokens.add(TokenStream.Token.plain(bytes.toByteArray()));
        bytes.reset();
        undecided++;
        if (!panes.isEmpty()) {
            book(first, undecided);
            undecided = 0;
            panes.clear();
            first = Pane.LAYOUT;
        }
    }

    List<TokenStream.Token> tokens() {
        return tokens;
    }

    TokenTally tally() {
        return new TokenTally(thought, answer, layout);
    }

    private void book(Pane pane, int count) {
        switch (pane) {
            case THOUGHT -> thought += count;
            case ANSWER, CALL -> answer += count;
            case LAYOUT -> layout += count;
        }
    }
}
