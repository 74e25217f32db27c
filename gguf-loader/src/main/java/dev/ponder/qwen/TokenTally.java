package dev.ponder.qwen;

/**
 * Tokens of a reply by where their text went.
 *
 * <p>A token counts for the pane that got its first visible character: reasoning, or answer, to which the bodies of tool
 * calls belong. A token of which nothing is shown is a marker: a tag, or the blank space that goes with tags. A token
 * that only holds part of a code point counts like the one that completes it.
 *
 * @param reasoning tokens of the thought
 * @param answer tokens of the answer and of tool calls' bodies
 * @param marker tags and their blank space
 */
public record TokenTally(int reasoning, int answer, int marker) {

    /** All tokens. */
    public int total() {
        return reasoning + answer + marker;
    }
}
