package dev.ponder.chat;

import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.ReplySoFar;
import dev.ponder.tools.ToolCalls;
import java.util.List;

/** Messages as a prompt holds them. */
public final class InPrompt {

    private InPrompt() {}

    /**
     * What a reply said before it was cut off.
     *
     * @throws IllegalArgumentException where the message is no reply
     */
    public static ReplySoFar soFar(Message reply) {
        if (reply.role() != Role.ASSISTANT) {
            throw new IllegalArgumentException("only a reply can go on");
        }
        var facts = reply.reply();
        boolean closed = facts != null && facts.thought().closed();
        return soFar(reply.text().reasoning(), reply.text().content(), closed);
    }

    /**
     * What a reply says so far.
     *
     * @param closed whether the thought is over
     */
    public static ReplySoFar soFar(String thought, String answer, boolean closed) {
        return new ReplySoFar(thought, answer, closed);
    }

    /** The answer as later turns see it: what went round in circles is left out from its first repetition on. */
    public static String answer(Message message) {
        return upToLoop(message, ReplyPart.ANSWER, message.text().content());
    }

    /** The thought without what went round in circles. */
    public static String thought(Message message) {
        return upToLoop(message, ReplyPart.REASONING, message.text().reasoning());
    }

    private static String upToLoop(Message message, ReplyPart part, String text) {
        var facts = message.reply();
        var loop = facts == null ? null : facts.thought().loop();
        return loop == null || loop.part() != part ? text : text.substring(0, Math.min(loop.from(), text.length()));
    }

    static ChatMessage chatMessage(Message message) {
        return switch (message.role()) {
            case USER -> ChatMessage.user(UserText.of(message));
            case TOOL -> ChatMessage.tool(message.text().content());
            case ASSISTANT -> reply(message);
        };
    }

    private static ChatMessage reply(Message message) {
        var calls = message.text().toolCalls();
        var answer = new StringBuilder(answer(message));
        // a call that could not be read has no place among the calls; the model sees what it wrote
        calls.stream()
                .filter(ToolCalls::isMalformed)
                .map(call -> call.arguments() instanceof JsonValue.JsonString(var body) ? body : "")
                .forEach(body -> answer.append(answer.isEmpty() ? "" : "\n").append(body));
        return new ChatMessage(
                ChatMessage.ASSISTANT,
                answer.toString(),
                thought(message),
                List.copyOf(calls.stream()
                        .filter(call -> !ToolCalls.isMalformed(call))
                        .toList()));
    }
}
