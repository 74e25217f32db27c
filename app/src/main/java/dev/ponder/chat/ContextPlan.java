package dev.ponder.chat;

import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;

/** What of a conversation goes into the prompt, and what it costs. */
public sealed interface ContextPlan {

    /** The account: of the prompt where there is one, else of what was to go in. */
    Ledger ledger();

    /**
     * It fits.
     *
     * @param prompt to be generated from
     * @param start how the reply begins
     * @param ledger the account of the prompt
     * @param begins the message from which on everything is in the context
     * @param dropped messages of the branch before that, which were left out
     * @param firstKept whether the first turn is in the context too, before what was left out
     */
    record Ready(Prompt prompt, ReplyStart start, Ledger ledger, long begins, int dropped, boolean firstKept)
            implements ContextPlan {}

    /**
     * It does not fit: the conversation's policy is to ask, or the last turn alone is too long.
     *
     * @param ledger the account of what was to go in
     * @param lastTurnFits whether leaving out older turns would help
     */
    record TooLong(Ledger ledger, boolean lastTurnFits) implements ContextPlan {}
}
