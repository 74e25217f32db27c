package dev.ponder.replies;

import dev.ponder.chat.Comparison;
import dev.ponder.chat.Continuation;
import dev.ponder.chat.Conversation;
import dev.ponder.chat.InPrompt;
import dev.ponder.chat.Message;
import dev.ponder.chat.ReplyFacts;
import dev.ponder.chat.ReplyMode;
import dev.ponder.chat.Role;
import dev.ponder.chat.ThoughtCourse.Landing;
import dev.ponder.chat.ThoughtOrigin;
import dev.ponder.engine.LandedBy;
import dev.ponder.store.StoreException;
import dev.ponder.thinking.Decision;
import dev.ponder.thinking.Decision.By;
import dev.ponder.thinking.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes orders of what the user wants, and of what is left to do. */
final class Orders {

    private final ToolRounds rounds;

    Orders(ToolRounds rounds) {
        this.rounds = rounds;
    }

    /** A new reply in the place of one, or to a message that has none. */
    Order again(Conversation conversation, Message chosen) {
        var parent = chosen.parent();
        var answered = parent == null || chosen.role() != Role.ASSISTANT
                ? chosen
                : conversation.messages().get(parent);
        return answered.role() == Role.TOOL
                ? ToolRounds.next(conversation, answered).orElseGet(() -> Order.to(conversation, answered))
                : Order.to(conversation, answered);
    }

    /** The whole turn of a reply once more, with thinking settled by the user. */
    Order theOtherWay(Conversation conversation, Message reply) {
        boolean thinks = !facts(reply).thinking();
        return Order.to(conversation, question(conversation, reply))
                .with(new Order.Decided(Decision.of(thinks, By.USER, Reason.REDONE)));
    }

    /** A new answer from a reply's thoughts. */
    Order sameThoughts(Conversation conversation, Message reply) {
        var order =
                again(conversation, reply).with(new Order.AsBefore(facts(reply).mode()));
        var thought = InPrompt.thought(reply);
        if (thought.isBlank()) {
            return order;
        }
        boolean whole =
                facts(reply).thought().closed() && thought.equals(reply.text().reasoning());
        return order.from(
                new Order.After(whole ? thought : thought + Landings.after(thought), true, ThoughtOrigin.SAME));
    }

    /** A new reply that thinks on after changed thoughts. */
    Order editedThoughts(Conversation conversation, Message reply, String thoughts) {
        var mode = facts(reply).mode();
        var thinking = mode.thinks() ? mode : mode.with(Decision.of(true, By.USER, Reason.REDONE));
        return again(conversation, reply)
                .with(new Order.AsBefore(thinking))
                .from(new Order.After(thoughts.strip(), false, ThoughtOrigin.EDITED));
    }

    /** The rest of a reply that was cut off; a landing that was cut off is completed. */
    Order rest(Conversation conversation, Message reply) {
        var course = facts(reply).thought();
        var landing = course.closed() ? null : course.landing();
        var thought = InPrompt.thought(reply);
        return resumed(conversation, reply, landing, landing == null ? "" : Landings.rest(thought));
    }

    /**
     * The answer from a thought that was cut off.
     *
     * @param tokens of the thought
     */
    Order answerFromThoughts(Conversation conversation, Message reply, int tokens) {
        return facts(reply).thought().closed()
                ? rest(conversation, reply)
                : resumed(
                        conversation,
                        reply,
                        new Landing(tokens, LandedBy.USER),
                        Landings.after(InPrompt.thought(reply)));
    }

    private static Order resumed(Conversation conversation, Message reply, @Nullable Landing landing, String added) {
        var parent = reply.parent();
        if (parent == null) {
            throw new IllegalArgumentException("message " + reply.id() + " answers nothing");
        }
        return Order.to(conversation, conversation.messages().get(parent))
                .with(new Order.AsBefore(facts(reply).mode()))
                .from(new Order.Resumed(reply, landing, added));
    }

    /** What is left to do after a message; empty for nothing. */
    Optional<Order> left(Conversation conversation, Message last) throws StoreException {
        return switch (Continuation.of(last)) {
            case Continuation.Nothing() -> Optional.empty();
            case Continuation.Unanswered(var question) -> Optional.of(Order.to(conversation, question));
            case Continuation.CutOff(var reply) -> Optional.of(rest(conversation, reply));
            case Continuation.Calls(var reply) -> rounds.answer(conversation, reply);
            case Continuation.Results(var result) -> ToolRounds.next(conversation, result);
        };
    }

    /** What is left of a comparison: the reply without a thought first, then the one with. */
    Optional<Order> left(Conversation conversation, Comparison comparison) throws StoreException {
        for (boolean thinks : new boolean[] {false, true}) {
            Long half = thinks ? comparison.thinking() : comparison.direct();
            if (half == null) {
                return Optional.of(
                        Order.to(conversation, conversation.messages().get(comparison.question()))
                                .with(new Order.Decided(Decision.of(thinks, By.USER, Reason.COMPARED)))
                                .in(comparison.id()));
            }
            var rest = left(conversation, conversation.messages().newestLeaf(half));
            if (rest.isPresent()) {
                return rest;
            }
        }
        return Optional.empty();
    }

    /** The user's message that a message answers in the end. */
    static Message question(Conversation conversation, Message message) {
        return conversation.messages().branch(message.id()).reversed().stream()
                .filter(earlier -> earlier.role() == Role.USER)
                .findFirst()
                .orElse(message);
    }

    private static ReplyFacts facts(Message reply) {
        var facts = reply.reply();
        if (facts == null) {
            throw new IllegalArgumentException("message " + reply.id() + " is no reply");
        }
        return facts;
    }

    /** How a reply was made. */
    static ReplyMode mode(Message reply) {
        return facts(reply).mode();
    }
}
