package dev.ponder.replies;

import dev.ponder.chat.Ledger;
import java.util.List;

/**
 * What a message would take of the context, counted by the model in use.
 *
 * @param attachments tokens of each attachment, in order, its name and fences included
 * @param alone the account of the conversation's instructions and this message, with nothing said before
 */
public record Weight(List<Integer> attachments, Ledger alone) {

    public Weight {
        attachments = List.copyOf(attachments);
    }

    /** Whether the message fits into the context if everything before it is left out. */
    public boolean fits() {
        return alone.free() >= 0;
    }
}
