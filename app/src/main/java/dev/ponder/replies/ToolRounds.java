package dev.ponder.replies;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Message;
import dev.ponder.chat.MessageState;
import dev.ponder.chat.ReplyMode;
import dev.ponder.chat.Role;
import dev.ponder.store.StoreException;
import dev.ponder.tools.ToolResult;
import java.util.List;
import java.util.Optional;

/** Answers a model's calls of tools, so that it can go on. */
final class ToolRounds {

    /** Rounds of calls and results in one turn. */
    static final int MOST = 8;

    private static final String ENOUGH =
            "Error: no more tools in this turn; answer with what is known from the results so far.";

    private final Services services;

    ToolRounds(Services services) {
        this.services = services;
    }

    /** Whether a reply waits for results. */
    static boolean isOpen(Message reply) {
        return reply.role() == Role.ASSISTANT
                && reply.state() == MessageState.COMPLETE
                && !reply.text().toolCalls().isEmpty();
    }

    /**
     * Answers the calls of a reply and keeps the results.
     *
     * @param conversation whose branch the reply is on
     * @return what follows; empty where the model goes on calling after it was told to stop
     */
    Optional<Order> answer(Conversation conversation, Message reply) throws StoreException {
        long rounds = rounds(conversation, reply);
        if (rounds > MOST + 1) {
            return Optional.empty();
        }
        var results = reply.text().toolCalls().stream()
                .map(call -> rounds > MOST
                        ? new ToolResult(ENOUGH, true)
                        : services.toolbox().answer(call))
                .toList();
        var last = services.conversations().addToolResults(reply.id(), results);
        return next(services.conversations().find(conversation.id()).orElseThrow(), last);
    }

    /** What follows on results that are there. */
    static Optional<Order> next(Conversation conversation, Message result) {
        return mode(conversation, result)
                .map(mode -> Order.to(conversation, result).with(new Order.AsBefore(mode)));
    }

    /** How the reply was made that called. */
    private static Optional<ReplyMode> mode(Conversation conversation, Message result) {
        return conversation.messages().branch(result.id()).reversed().stream()
                .filter(message -> message.role() == Role.ASSISTANT)
                .findFirst()
                .flatMap(reply -> Optional.ofNullable(reply.reply()))
                .map(facts -> facts.mode());
    }

    /** Replies with calls since the user spoke, this one included. */
    private static long rounds(Conversation conversation, Message reply) {
        List<Message> branch = conversation.messages().branch(reply.id()).reversed();
        return branch.stream()
                .takeWhile(message -> message.role() != Role.USER)
                .filter(ToolRounds::isOpen)
                .count();
    }
}
