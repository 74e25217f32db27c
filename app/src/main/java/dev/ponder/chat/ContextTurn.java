package dev.ponder.chat;

import java.util.ArrayList;
import java.util.List;

/**
 * What a user said and what followed until the user spoke again; the oldest one may lack the user's part.
 *
 * @param messages in order
 */
record ContextTurn(List<Message> messages) {

    ContextTurn {
        messages = List.copyOf(messages);
    }

    /** Cuts a branch into turns. Replies that never came to an answer have no place in a prompt. */
    static List<ContextTurn> of(List<Message> branch) {
        var turns = new ArrayList<ContextTurn>();
        var open = new ArrayList<Message>();
        for (var message : branch) {
            if (message.role() == Role.USER && !open.isEmpty()) {
                turns.add(new ContextTurn(open));
                open.clear();
            }
            if (!isEmptyReply(message)) {
                open.add(message);
            }
        }
        if (!open.isEmpty()) {
            turns.add(new ContextTurn(open));
        }
        return turns;
    }

    long firstId() {
        return messages.getFirst().id();
    }

    private static boolean isEmptyReply(Message message) {
        return message.role() == Role.ASSISTANT
                && message.text().content().isBlank()
                && message.text().toolCalls().isEmpty();
    }
}
