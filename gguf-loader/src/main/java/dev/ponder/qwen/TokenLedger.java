package dev.ponder.qwen;

/** Books each token under one pane, given where its letters went. Letters are settled in the order of the reply. */
final class TokenLedger {

    /** Where a letter goes. */
    enum Pane {
        REASONING,
        ANSWER,
        MARKER
    }

    private TokenTally booked = new TokenTally(0, 0, 0);
    private int open = -1;
    private int weight;
    private Pane verdict = Pane.MARKER;

    /**
     * Settles one letter.
     *
     * @param token number of its token within the reply, from 0; negative for text that no token brought
     */
    void settle(int token, Pane pane) {
        if (token > open) {
            booked = tally();
            // tokens without a letter of their own lie between the two and go with this one
            weight = token - open;
            open = token;
            verdict = pane;
        } else if (token >= 0 && verdict == Pane.MARKER) {
            verdict = pane;
        }
    }

    /** Books tokens that brought no letter up to the end of the reply. */
    void finish(int tokens, Pane pane) {
        if (tokens - 1 > open) {
            settle(tokens - 1, pane);
        }
    }

    TokenTally tally() {
        return switch (verdict) {
            case REASONING -> new TokenTally(booked.reasoning() + weight, booked.answer(), booked.marker());
            case ANSWER -> new TokenTally(booked.reasoning(), booked.answer() + weight, booked.marker());
            case MARKER -> new TokenTally(booked.reasoning(), booked.answer(), booked.marker() + weight);
        };
    }
}
