package dev.ponder.cli;

import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.SoftSwitch;
import dev.ponder.qwen.TemplateKind.Thinking;
import dev.ponder.qwen.ThinkingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A conversation that goes on from turn to turn. Answers stay in it without their thoughts. */
final class Conversation {

    private final ChatSession session;
    private final @Nullable String name;
    private final List<ChatMessage> history = new ArrayList<>();

    /**
     * A conversation without turns.
     *
     * @param session the model
     * @param system instructions, or null
     * @param name for the engine, which keeps the KV cache between turns; null to keep none
     */
    Conversation(ChatSession session, @Nullable String system, @Nullable String name) {
        this.session = session;
        this.name = name;
        if (system != null) {
            history.add(ChatMessage.system(system));
        }
    }

    /**
     * Takes a turn. Where no answer comes of it, the question is forgotten too.
     *
     * @param text what the user says
     * @param mode whether to think; {@code /think} in the text wins over off
     * @param output shows the reply
     * @throws CliException when the model cannot do what was asked
     */
    Reply.Outcome turn(String text, ThinkingMode mode, ReplyOutput output) throws CliException {
        var messages = new ArrayList<>(history);
        messages.add(ChatMessage.user(text));
        var outcome = session.reply(ChatInput.of(messages), switched(text, mode), name, output);
        if (outcome.reason() != StopReason.ERROR && !outcome.answer().isBlank()) {
            history.clear();
            history.addAll(messages);
            history.add(ChatMessage.assistant(outcome.answer()));
        }
        return outcome;
    }

    /** The switch in a message wins for that message; off by {@code /no_think} the model does by itself. */
    private ThinkingMode switched(String text, ThinkingMode mode) {
        boolean wanted = mode == ThinkingMode.OFF
                && session.template().kind().thinking() == Thinking.SWITCHABLE
                && SoftSwitch.lastIn(text) == SoftSwitch.THINK;
        return wanted ? ThinkingMode.ON : mode;
    }
}
