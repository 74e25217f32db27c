package dev.ponder.ui.chat;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Conversations;
import dev.ponder.store.StoreException;
import java.util.Optional;

/** Reads the conversation that is to be shown. Methods block while the store is read. */
final class ChatReading {

    private ChatReading() {}

    /** The conversation that nothing was said in, or a new one. */
    static Conversation empty(ChatViewModel.Services services) throws StoreException {
        var conversations = services.conversations();
        for (var summary : conversations.list()) {
            if (summary.title().isEmpty() && summary.opening().isEmpty()) {
                var found = conversations.find(summary.id());
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        var settings = services.settings().settings();
        return conversations.create(ConversationSettings.of(settings.thinking().choice(), settings.model())
                .withBudget(settings.thinking().budget())
                .withOverflow(settings.overflow())
                .withSystemPrompt(services.prompts().ofNewConversations()));
    }

    /**
     * A conversation on the branch that holds a message.
     *
     * @param busy whether a reply in it is under way, so that its branch has to stay
     */
    static Optional<Conversation> at(Conversations conversations, long id, long message, boolean busy)
            throws StoreException {
        var found = conversations.find(id);
        if (busy || found.isEmpty() || found.get().branch().stream().anyMatch(said -> said.id() == message)) {
            return found;
        }
        conversations.choose(message);
        return conversations.find(id);
    }
}
