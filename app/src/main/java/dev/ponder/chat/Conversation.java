package dev.ponder.chat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as it was at one moment.
 *
 * @param summary title and times
 * @param settings what it is held with
 * @param draft what is typed and not sent
 * @param messages all of them
 * @param leaf the last message of the branch that is shown; null before the first
 * @param comparisons questions that were answered without and with thinking, oldest first
 * @param unsent what waits beside the draft
 */
public record Conversation(
        ConversationSummary summary,
        ConversationSettings settings,
        String draft,
        MessageTree messages,
        @Nullable Long leaf,
        List<Comparison> comparisons,
        Unsent unsent) {

    public Conversation {
        comparisons = List.copyOf(comparisons);
    }

    /** Unique in the store. */
    public long id() {
        return summary.id();
    }

    /** The messages of the branch that is shown, oldest first. */
    public List<Message> branch() {
        return messages.branch(leaf);
    }

    /** The comparison that a reply is part of, the latest of a question's comparisons. */
    public Optional<Comparison> comparisonOf(long reply) {
        return comparisons.reversed().stream()
                .filter(comparison -> comparison.has(reply))
                .findFirst();
    }

    /** This conversation after a message was added to the shown branch, or changed. */
    public Conversation with(Message message) {
        Long shown = messages.contains(message.id()) ? leaf : (Long) message.id();
        return new Conversation(summary, settings, draft, messages.with(message), shown, comparisons, unsent);
    }

    /** This conversation with another branch shown. */
    public Conversation withLeaf(@Nullable Long newLeaf) {
        return new Conversation(summary, settings, draft, messages, newLeaf, comparisons, unsent);
    }

    /** This conversation held with other settings. */
    public Conversation withSettings(ConversationSettings changed) {
        return new Conversation(summary, changed, draft, messages, leaf, comparisons, unsent);
    }

    /** This conversation with something else waiting. */
    public Conversation with(Unsent other) {
        return new Conversation(summary, settings, draft, messages, leaf, comparisons, other);
    }

    /** Without text, which does not belong into logs. */
    @Override
    public String toString() {
        return "Conversation[" + id() + ", " + messages.size() + " messages]";
    }
}
