package dev.ponder.chat;

/**
 * Where the tokens of a context go. The first four add up to the prompt, exactly; thoughts of past turns are not among
 * them, since the template leaves them out.
 *
 * @param system instructions
 * @param pastTurns what was said before the present turn
 * @param thisTurn the last question and what came of it so far
 * @param overhead the template's own tokens around all this
 * @param reservedForThinking kept free for the thought to come
 * @param reservedForAnswer kept free for the answer to come
 * @param contextSize how many tokens the context holds
 */
public record Ledger(
        int system,
        int pastTurns,
        int thisTurn,
        int overhead,
        int reservedForThinking,
        int reservedForAnswer,
        int contextSize) {

    /** Tokens of the prompt. */
    public int promptTokens() {
        return system + pastTurns + thisTurn + overhead;
    }

    /** Tokens of the prompt and those reserved. */
    public int needed() {
        return promptTokens() + reservedForThinking + reservedForAnswer;
    }

    /** What is left beyond that; negative where the context is too small. */
    public int free() {
        return contextSize - needed();
    }

    /** The account once this turn has an answer of so many tokens. Its thought is no part of it. */
    public Ledger withReply(int answerTokens) {
        return plus(0, 0, answerTokens, 0);
    }

    /** The account with so much reserved for the thought as there is room for, of what is wanted. */
    Ledger withThinking(int wanted) {
        int room = contextSize - promptTokens() - reservedForAnswer;
        return new Ledger(
                system,
                pastTurns,
                thisTurn,
                overhead,
                Math.clamp(room, Math.min(reservedForThinking, wanted), wanted),
                reservedForAnswer,
                contextSize);
    }

    Ledger plus(int moreSystem, int morePast, int moreOfThisTurn, int moreOverhead) {
        return new Ledger(
                system + moreSystem,
                pastTurns + morePast,
                thisTurn + moreOfThisTurn,
                overhead + moreOverhead,
                reservedForThinking,
                reservedForAnswer,
                contextSize);
    }
}
