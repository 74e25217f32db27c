package dev.ponder.search;

import java.time.Instant;

/**
 * A message that was found.
 *
 * @param message its id
 * @param conversation where it belongs
 * @param title of the conversation, or how it begins where it has none
 * @param byUser whether the user said it
 * @param inThought whether the snippet is of the thought, not of what was said
 * @param said when
 * @param snippet of its text
 */
public record MessageHit(
        long message,
        long conversation,
        String title,
        boolean byUser,
        boolean inThought,
        Instant said,
        Snippet snippet) {

    /** Without text, since that does not belong into logs. */
    @Override
    public String toString() {
        return "MessageHit[" + message + " in " + conversation + "]";
    }
}
