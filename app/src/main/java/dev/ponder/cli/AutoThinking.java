package dev.ponder.cli;

import dev.ponder.engine.Engine;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.GenerationEvent.Decided;
import dev.ponder.json.JsonValues;
import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.ChatTemplate;
import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ToolDefinition;
import dev.ponder.thinking.Ask;
import dev.ponder.thinking.AutoRules;
import dev.ponder.thinking.Decision;
import dev.ponder.thinking.Decision.By;
import dev.ponder.thinking.Probe;
import dev.ponder.thinking.Reason;
import dev.ponder.thinking.ToolHints;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Decides for a chat whether its reply thinks, as the window does.
 *
 * @param engine holds the model
 * @param template what the model can do about thinking
 * @param interrupts Ctrl+C
 */
record AutoThinking(Engine engine, ChatTemplate template, Interrupts interrupts) {

    /**
     * What was decided.
     *
     * @param decision what, by whom and why
     * @param promptTokens of the prompt by which the model was asked; 0 where it was not
     */
    record Found(Decision decision, int promptTokens) {}

    /**
     * Decides.
     *
     * @param chat what was said so far
     * @param prompt of the reply if it were to think
     * @param conversation whose KV cache is used and kept; null for none
     * @throws CliException when the engine fails
     */
    Found decide(ChatInput chat, Prompt prompt, @Nullable String conversation) throws CliException {
        return switch (template.kind().thinking()) {
            case ALWAYS -> new Found(Decision.of(true, By.RULES, Reason.ALWAYS), 0);
            case NEVER -> new Found(Decision.of(false, By.RULES, Reason.NEVER), 0);
            case SWITCHABLE -> {
                var verdict = AutoRules.judge(ask(chat));
                yield verdict.isPresent() ? new Found(verdict.get().decision(), 0) : askModel(prompt, conversation);
            }
        };
    }

    private static Ask ask(ChatInput chat) {
        var said = chat.messages().reversed().stream()
                .filter(message -> message.role().equals(ChatMessage.USER))
                .map(ChatMessage::text)
                .toList();
        return new Ask(
                said.isEmpty() ? "" : said.getFirst(),
                said.isEmpty() ? List.of() : said.subList(1, said.size()),
                hints(chat.tools()));
    }

    private static ToolHints hints(List<ToolDefinition> tools) {
        return ToolHints.of(
                tools.stream().map(tool -> field(tool, "name")).toList(),
                tools.stream().map(tool -> field(tool, "description")).toList());
    }

    private static String field(ToolDefinition tool, String name) {
        var members = JsonValues.object(tool.json()).members();
        var function = members.get("function");
        var holder = function == null ? members : JsonValues.object(function).members();
        return holder.get(name) instanceof JsonValue.JsonString(var text) ? text : "";
    }

    private Found askModel(Prompt prompt, @Nullable String conversation) throws CliException {
        try {
            int question = engine.tokenize(Probe.question()).length;
            if (!Probe.isCheap(question, engine.tokenize(prompt).length)) {
                return new Found(Probe.unsure(), 0);
            }
            var request = Probe.request(conversation, prompt);
            var decided = new CompletableFuture<Decision>();
            var asking = engine.decide(request, event -> {
                if (event instanceof Decided answer) {
                    decided.complete(Probe.decision(answer));
                }
            });
            try (var _ = interrupts.during(asking::cancel)) {
                asking.await();
            }
            return new Found(decided.getNow(Probe.unsure()), engine.tokenize(request.prompt()).length);
        } catch (EngineException failure) {
            throw CliException.of(failure);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Found(Probe.unsure(), 0);
        }
    }
}
