package dev.ponder.chat;

import java.util.List;

/**
 * What a conversation holds that was not sent, beside the text that is typed.
 *
 * @param draft what goes with that text
 * @param queue messages that wait for the end of a reply, the first one first
 */
public record Unsent(Enclosed draft, List<Queued> queue) {

    /** Nothing. */
    public static final Unsent NOTHING = new Unsent(Enclosed.NOTHING, List.of());

    public Unsent {
        queue = List.copyOf(queue);
    }
}
