package dev.ponder.ui;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Message;
import dev.ponder.chat.MessageText;
import dev.ponder.chat.ReplyFigures;
import dev.ponder.chat.ReplyPart;
import dev.ponder.chat.Role;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.chat.ThoughtCourse;
import dev.ponder.engine.GenerationEvent;
import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.ToolCall;
import dev.ponder.replies.ContextStart;
import dev.ponder.resources.Texts;
import dev.ponder.thinking.Decision;
import dev.ponder.thinking.Reason;
import dev.ponder.ui.transcript.AutoNote;
import dev.ponder.ui.transcript.ContextBoundary;
import dev.ponder.ui.transcript.Enclosure;
import dev.ponder.ui.transcript.MessageState;
import dev.ponder.ui.transcript.Siblings;
import dev.ponder.ui.transcript.Thought;
import dev.ponder.ui.transcript.ToolCard;
import dev.ponder.ui.transcript.TranscriptItem;
import dev.ponder.ui.transcript.TranscriptMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
     * @param contextBegins what the context begins with, where earlier ones no longer fit
     * @param replying whether a reply is under way or about to begin
     */
    static List<TranscriptItem> of(Conversation conversation, Optional<ContextStart> contextBegins, boolean replying) {
        var items = new ArrayList<TranscriptItem>();
        var branch = conversation.branch();
        for (int i = 0; i < branch.size(); i++) {
            var message = branch.get(i);
            if (!items.isEmpty()) {
                contextBegins
                        .filter(start -> start.begins() == message.id())
                        .ifPresent(start -> items.add(new ContextBoundary("context-begins", start.firstKept())));
            }
            if (message.role() != Role.TOOL) {
                items.add(item(conversation, message, branch.subList(i + 1, branch.size())));
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

    /** The rounds of one reply, without its alternatives. */
    static List<TranscriptItem> replies(Conversation conversation, List<Message> rounds) {
        var items = new ArrayList<TranscriptItem>();
        for (int i = 0; i < rounds.size(); i++) {
            if (rounds.get(i).role() == Role.ASSISTANT) {
                items.add(item(conversation, rounds.get(i), rounds.subList(i + 1, rounds.size()))
                        .withSiblings(Siblings.ALONE));
            }
        }
        return items;
    }

    /** A reply stands together with the results of the tools that it called. */
    private static TranscriptMessage item(Conversation conversation, Message message, List<Message> following) {
        var results =
                following.stream().takeWhile(each -> each.role() == Role.TOOL).toList();
        var versions = conversation.messages().siblings(message.id());
        return new TranscriptMessage(
                id(message.id()),
                message.role() == Role.USER ? TranscriptMessage.Role.USER : TranscriptMessage.Role.ASSISTANT,
                message.text().content(),
                thought(message),
                state(message),
                new Siblings(versions.index() + 1, versions.all().size()),
                cards(message, results),
                "",
                auto(message).orElse(null),
                following.size() > results.size() && !results.isEmpty(),
                enclosed(message));
    }

    private static List<Enclosure> enclosed(Message message) {
        var all = new ArrayList<Enclosure>();
        message.enclosed().attachments().forEach(file -> all.add(new Enclosure(file.name(), true)));
        var schema = message.enclosed().schema();
        if (schema != null) {
            var name = Texts.of("writing.schema.chip");
            all.add(new Enclosure(schema.title().isEmpty() ? name : name + " · " + schema.title(), false));
        }
        return all;
    }

    private static List<ToolCard> cards(Message message, List<Message> results) {
        var calls = message.text().toolCalls();
        return IntStream.range(0, calls.size())
                .mapToObj(i -> card(calls.get(i), i < results.size() ? results.get(i) : null))
                .toList();
    }

    private static ToolCard card(ToolCall call, @Nullable Message result) {
        return new ToolCard(
                call.name(),
                arguments(call),
                result == null ? null : result.text().content(),
                result != null && result.state() == dev.ponder.chat.MessageState.FAILED);
    }

    /** The arguments of a call as the model wrote them. */
    static String arguments(ToolCall call) {
        return call.arguments() instanceof JsonValue.JsonString(var text)
                ? text
                : call.arguments().toString();
    }

    private static Optional<AutoNote> auto(Message message) {
        var reply = message.reply();
        var decision = reply == null || reply.mode().asked() != ThinkingChoice.AUTO
                ? null
                : reply.mode().decision();
        return Optional.ofNullable(decision).flatMap(ConversationItems::auto);
    }

    /** What the transcript says of a decision; nothing of one that the user made. */
    static Optional<AutoNote> auto(Decision decision) {
        if (decision.by() == Decision.By.USER) {
            return Optional.empty();
        }
        var reason = Texts.of(decision.reason().textKey(), decision.details().toArray());
        boolean fixed = decision.reason() == Reason.ALWAYS || decision.reason() == Reason.NEVER;
        return Optional.of(new AutoNote(decision.thinks(), reason, !fixed));
    }

    private static Thought thought(Message message) {
        var text = message.text().reasoning();
        if (text.isEmpty()) {
            return Thought.NONE;
        }
        var reply = message.reply();
        var figures = reply == null ? null : reply.figures();
        return new Thought(
                text,
                millis(figures),
                tokens(figures),
                thoughtState(message),
                reply == null ? Thought.Course.FREE : course(reply.thought()));
    }

    private static Thought.Course course(ThoughtCourse course) {
        var grant = course.grant();
        var shown = grant == null || grant.asked().isUnlimited()
                ? Thought.Course.FREE
                : Thought.Course.FREE.withBudget(grant.granted(), grant.isLowered());
        var landing = course.landing();
        return landing == null ? shown : shown.landed(StreamedText.landing(landing.by()));
    }

    private static long millis(@Nullable ReplyFigures figures) {
        return figures == null ? 0 : figures.reasoningMillis();
    }

    private static int tokens(@Nullable ReplyFigures figures) {
        return figures == null ? 0 : figures.reasoningTokens();
    }

    private static Thought.State thoughtState(Message message) {
        var reply = message.reply();
        if (!message.text().content().isEmpty()
                || !message.text().toolCalls().isEmpty()
                || (reply != null && reply.thought().closed())) {
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
            case INTERRUPTED -> interrupted(message);
            case FAILED -> failed(message);
        };
    }

    private static MessageState interrupted(Message message) {
        var reply = message.reply();
        var loop = reply == null ? null : reply.thought().loop();
        if (reply != null && reply.stop() == GenerationEvent.StopReason.LENGTH) {
            return new MessageState.Interrupted(Texts.of("writing.schema.cut"));
        }
        return loop != null && loop.part() == ReplyPart.ANSWER
                ? new MessageState.Interrupted(Texts.of("transcript.ending.loop"))
                : MessageState.INTERRUPTED;
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
