package dev.ponder.ui;

import dev.ponder.chat.Comparison;
import dev.ponder.chat.Conversation;
import dev.ponder.chat.Message;
import dev.ponder.chat.MessageState;
import dev.ponder.chat.Role;
import dev.ponder.resources.Texts;
import dev.ponder.ui.transcript.ComparedReply;
import dev.ponder.ui.transcript.ComparisonViewModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comparisons as the transcript shows them. */
final class ComparedItems {

    private static final double MILLIS_PER_SECOND = 1000;

    private ComparedItems() {}

    /** The comparison at the end of the shown branch of which no reply was kept, as long as the user said nothing since. */
    static Optional<Comparison> open(Conversation conversation) {
        return conversation.branch().reversed().stream()
                .takeWhile(message -> message.role() != Role.USER)
                .flatMap(message -> conversation.comparisonOf(message.id()).stream())
                .filter(comparison -> comparison.kept() == null)
                .findFirst();
    }

    static void show(Conversation conversation, Comparison of, boolean replying, ComparisonViewModel target) {
        var question = conversation.messages().get(of.question()).text().content();
        target.show(
                question,
                side(conversation, of.direct(), replying),
                side(conversation, of.thinking(), replying),
                !replying && !of.isWhole());
    }

    private static ComparedReply side(Conversation conversation, @Nullable Long id, boolean replying) {
        if (id == null || !conversation.messages().contains(id)) {
            return new ComparedReply("", List.of(), "", false);
        }
        var rounds = rounds(conversation, id);
        boolean streams = rounds.stream().anyMatch(message -> message.state() == MessageState.STREAMING);
        return new ComparedReply(
                ConversationItems.id(id),
                ConversationItems.replies(conversation, rounds),
                streams ? Texts.of("compare.side.writing") : figures(rounds),
                !replying);
    }

    /** A reply, the results of the tools that it called, and what it made of them. */
    private static List<Message> rounds(Conversation conversation, long reply) {
        var leaf = conversation.messages().newestLeaf(reply).id();
        return conversation.messages().branch(leaf).stream()
                .dropWhile(message -> message.id() != reply)
                .takeWhile(message -> message.role() != Role.USER)
                .toList();
    }

    /** What all rounds took, from the question to the last word. */
    private static String figures(List<Message> rounds) {
        long millis = 0;
        int tokens = 0;
        for (var message : rounds) {
            var facts = message.reply();
            var figures = facts == null ? null : facts.figures();
            if (figures != null) {
                millis += figures.promptMillis() + figures.reasoningMillis() + figures.answerMillis();
                tokens += figures.generatedTokens();
            }
        }
        var seconds = String.format(Locale.getDefault(Locale.Category.FORMAT), "%.1f", millis / MILLIS_PER_SECOND);
        return Texts.of("compare.side.figures", seconds, tokens);
    }
}
