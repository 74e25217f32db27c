package dev.ponder.ui.chat;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Conversations;
import dev.ponder.store.StoreException;

/** Finds the conversation that nothing was said in, or makes one. */
final class EmptyChat {

    private EmptyChat() {}

    /** Blocks while the store is read. */
    static Conversation in(Conversations conversations, ConversationSettings settings) throws StoreException {
        for (var summary : conversations.list()) {
            if (summary.title().isEmpty() && summary.opening().isEmpty()) {
                var found = conversations.find(summary.id());
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        return conversations.create(settings);
    }
}
