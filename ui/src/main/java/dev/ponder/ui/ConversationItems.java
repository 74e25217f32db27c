package dev.ponder.ui;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Message;
import dev.ponder.chat.MessageText;
import dev.ponder.chat.ReplyFigures;
import dev.ponder.chat.Role;
import dev.ponder.ui.transcript.ContextBoundary;
import dev.ponder.ui.transcript.MessageState;
import dev.ponder.ui.transcript.Siblings;
import dev.ponder.ui.transcript.Thought;
import dev.ponder.ui.transcript.TranscriptItem;
import dev.ponder.ui.transcript.TranscriptMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conversations as the transcript shows them. */
final class ConversationItems {

    private ConversationItems() {}

    /** The transcript's id of a message. */
    static String id(long message) {
        return "message-" + message;
    }

    /** The message that an id of the transcript stands for. */
    static long message(String id) {
        return Long.parseLong(id.substring("message-".length()));
    }

    /**
     * The shown branch.
     *
     * @param contextBegins the message that the context begins with, where earlier ones no longer fit
     * @param replying whether a reply is under way or about to begin
     */
    static List<TranscriptItem> of(Conversation conversation, Optional<Long> contextBegins, boolean replying) {
        var items = new ArrayList<TranscriptItem>();
        for (var message : conversation.branch()) {
            if (contextBegins.filter(begin -> begin == message.id()).isPresent() && !items.isEmpty()) {
                items.add(new ContextBoundary("context-begins"));
            }
            if (message.role() != Role.TOOL) {
                items.add(item(conversation, message));
            }
        }
        if (!replying
                && !items.isEmpty()
                && items.getLast() instanceof TranscriptMessage last
                && last.role() == TranscriptMessage.Role.USER) {
            items.set(items.size() - 1, last.withState(MessageState.UNANSWERED));
        }
        return items;
    }

    private static TranscriptMessage item(Conversation conversation, Message message) {
        var versions = conversation.messages().siblings(message.id());
        return new TranscriptMessage(
                id(message.id()),
                message.role() == Role.USER ? TranscriptMessage.Role.USER : TranscriptMessage.Role.ASSISTANT,
                message.text().content(),
                thought(message),
                state(message),
                new Siblings(versions.index() + 1, versions.all().size()),
                List.of(),
                "");
    }

    private static Thought thought(Message message) {
        var text = message.text().reasoning();
        if (text.isEmpty()) {
            return Thought.NONE;
        }
        var reply = message.reply();
        var figures = reply == null ? null : reply.figures();
        return new Thought(text, millis(figures), tokens(figures), thoughtState(message));
    }

    private static long millis(@org.jspecify.annotations.Nullable ReplyFigures figures) {
        return figures == null ? 0 : figures.reasoningMillis();
    }

    private static int tokens(@org.jspecify.annotations.Nullable ReplyFigures figures) {
        return figures == null ? 0 : figures.reasoningTokens();
    }

    private static Thought.State thoughtState(Message message) {
        if (!message.text().content().isEmpty()) {
            return Thought.State.DONE;
        }
        return switch (message.state()) {
            case STREAMING -> Thought.State.STREAMING;
            case COMPLETE -> Thought.State.DONE;
            case INTERRUPTED, FAILED -> Thought.State.INTERRUPTED;
        };
    }

    private static MessageState state(Message message) {
        return switch (message.state()) {
            case STREAMING -> MessageState.STREAMING;
            case COMPLETE -> MessageState.COMPLETE;
            case INTERRUPTED -> MessageState.INTERRUPTED;
            case FAILED -> failed(message);
        };
    }

    /** What was written before a failure can be gone on with. */
    private static MessageState failed(Message message) {
        var reply = message.reply();
        var error = reply == null ? null : reply.error();
        var sentence = error == null ? "" : error;
        return message.text().equals(MessageText.of(""))
                ? new MessageState.Failed(sentence)
                : new MessageState.Interrupted(sentence);
    }
}
