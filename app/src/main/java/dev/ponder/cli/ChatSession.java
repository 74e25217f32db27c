package dev.ponder.cli;

import dev.ponder.chat.AnswerSchema;
import dev.ponder.chat.Enclosed;
import dev.ponder.chat.Said;
import dev.ponder.chat.UserText;
import dev.ponder.engine.AnswerGrammar;
import dev.ponder.engine.Engine;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.engine.ThinkingLimit;
import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.PromptInput;
import dev.ponder.qwen.ThinkingMode;
import dev.ponder.schema.SchemaException;
import dev.ponder.thinking.Decision;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A loaded model and how this command talks to it.
 *
 * @param engine holds the model
 * @param facts of its file
 * @param sampling what was typed about sampling
 * @param maxTokens most tokens of a reply; 0 for what is recommended
 * @param thinking how long a reply may think
 * @param auto whether each message decides about thinking, where nothing else does
 * @param schema what every answer is held to; null for nothing
 * @param interrupts Ctrl+C
 */
record ChatSession(
        Engine engine,
        ModelFacts facts,
        SamplingOptions sampling,
        int maxTokens,
        ThinkingLimit thinking,
        boolean auto,
        @Nullable AnswerSchema schema,
        Interrupts interrupts) {

    /**
     * Generates a reply and shows it.
     *
     * @param chat what was said so far
     * @param mode whether to think
     * @param conversation whose KV cache to use and keep; null for none
     * @param output shows the reply
     * @throws CliException when the chat cannot become a prompt
     */
    Reply.Outcome reply(ChatInput chat, ThinkingMode mode, @Nullable String conversation, ReplyOutput output)
            throws CliException {
        if (auto && mode == ThinkingMode.DEFAULT) {
            // without a cache the model would read the whole chat twice
            var cache = conversation == null ? "auto" : conversation;
            var decision = decide(chat, cache, output);
            return say(chat, decision.thinks() ? ThinkingMode.ON : ThinkingMode.OFF, cache, output);
        }
        return say(chat, mode, conversation, output);
    }

    private Decision decide(ChatInput chat, @Nullable String conversation, ReplyOutput output) throws CliException {
        var auto = new AutoThinking(engine, facts.template(), interrupts);
        var found = auto.decide(chat, prompt(chat, ThinkingMode.ON), conversation);
        output.decision(found.decision(), found.promptTokens());
        return found.decision();
    }

    private Reply.Outcome say(ChatInput chat, ThinkingMode mode, @Nullable String conversation, ReplyOutput output)
            throws CliException {
        ThinkingOption.check(mode, facts.template());
        var recommended = facts.recommended(chat, mode);
        var request = GenerationRequest.of(prompt(chat, mode), facts.template().replyStart(mode))
                .withSampling(sampling.over(recommended))
                .withMaxTokens(maxTokens > 0 ? maxTokens : recommended.maxTokens())
                .withThinking(thinking)
                .withGrammar(grammar())
                .withConversation(conversation);
        return Reply.follow(engine, request, output, interrupts);
    }

    /** What the model can do about thinking, and by what rules its prompts are written. */
    ChatTemplate template() {
        return facts.template();
    }

    private @Nullable AnswerGrammar grammar() throws CliException {
        try {
            return schema == null ? null : AnswerGrammar.of(schema.grammar());
        } catch (SchemaException refused) {
            throw CliException.badInput("bad-schema", refused.sentence(), refused);
        }
    }

    /** The messages, the last of the user's with the schema behind it. */
    private List<ChatMessage> messages(ChatInput chat) {
        var messages = new ArrayList<>(chat.messages());
        for (int i = messages.size() - 1; i >= 0 && schema != null; i--) {
            var content = messages.get(i).content();
            if (messages.get(i).role().equals(ChatMessage.USER) && content != null) {
                messages.set(i, ChatMessage.user(UserText.of(new Said(content, Enclosed.NOTHING.with(schema)))));
                return messages;
            }
        }
        return messages;
    }

    private Prompt prompt(ChatInput chat, ThinkingMode mode) throws CliException {
        try {
            return facts.template().render(new PromptInput(messages(chat), chat.tools(), mode, true));
        } catch (IllegalArgumentException unsupported) {
            throw CliException.badInput(
                    "unsupported", "This chat cannot be rendered: " + unsupported.getMessage() + ".", unsupported);
        }
    }
}
