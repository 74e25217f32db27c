package dev.ponder.qwen;

/**
 * One UTF-16 unit of a reply.
 *
 * @param token number of the token that brought it, from 0; negative for none
 */
record Letter(char unit, int token) {
    boolean isBlank() {
        return Character.isWhitespace(unit);
    }
}
