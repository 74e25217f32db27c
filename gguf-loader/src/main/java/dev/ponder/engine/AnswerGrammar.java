package dev.ponder.engine;

/**
 * What an answer must look like.
 *
 * @param gbnf a GBNF grammar whose start symbol is {@code root}
 * @param soFar what the answer has said already, where it goes on; a beginning that the grammar allows
 */
public record AnswerGrammar(String gbnf, String soFar) {

    /** For an answer that begins. */
    public static AnswerGrammar of(String gbnf) {
        return new AnswerGrammar(gbnf, "");
    }

    /** Without the answer, since chat text does not belong into logs. */
    @Override
    public String toString() {
        return "AnswerGrammar[" + gbnf.length() + " characters, " + soFar.length() + " written]";
    }
}
