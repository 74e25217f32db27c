package dev.ponder.qwen;

import dev.ponder.qwen.TemplateKind.Thinking;
import java.util.List;

/**
 * Renders one chat by the rules of Qwen3's chat templates. The hybrid texts, Thinking-2507 and the demo model's differ
 * only in the end; Instruct-2507 leaves thoughts alone; plain ChatML also writes roles that Qwen does not know.
 */
final class TemplateRenderer {

    private static final String TOOLS_INTRO = """
            # Tools

            You may call one or more functions to assist with the user query.

            You are provided with function signatures within <tools></tools> XML tags:
            <tools>""";
    private static final String TOOLS_OUTRO = """

            </tools>

            For each function call, return a json object with function name and arguments within \
            <tool_call></tool_call> XML tags:
            <tool_call>
            {"name": <function-name>, "arguments": <args-json-object>}
            </tool_call><|im_end|>
            """;

    private final TemplateKind kind;
    private final PromptInput input;
    private final List<ChatMessage> messages;
    private final PromptWriter out = new PromptWriter();

    TemplateRenderer(TemplateKind kind, PromptInput input) {
        this.kind = kind;
        this.input = input;
        this.messages = input.messages();
        if (!kind.rendersTools() && usesTools()) {
            throw new IllegalArgumentException("tools are not supported with this model's chat template");
        }
    }

    Prompt render(ReplySoFar soFar) {
        renderHead();
        int lastQuery = lastQuery();
        for (int i = 0; i < messages.size(); i++) {
            renderMessage(i, lastQuery);
        }
        if (input.generationPrompt()) {
            renderReply(soFar);
        }
        return out.toPrompt();
    }

    private boolean usesTools() {
        return !input.tools().isEmpty()
                || messages.stream()
                        .anyMatch(message -> message.is(ChatMessage.TOOL)
                                || !message.toolCalls().isEmpty());
    }

    private void renderHead() {
        var first = messages.getFirst();
        if (!input.tools().isEmpty()) {
            out.template("<|im_start|>system\n");
            if (first.is(ChatMessage.SYSTEM)) {
                out.foreign(first.text()).template("\n\n");
            }
            out.template(TOOLS_INTRO);
            for (var tool : input.tools()) {
                out.template("\n").foreign(tool.json().toPythonJson());
            }
            out.template(TOOLS_OUTRO);
        } else if (first.is(ChatMessage.SYSTEM)) {
            renderTurn(first);
        }
    }

    /** Index of the last message in which a user, not a tool, spoke; the last message where there is none. */
    private int lastQuery() {
        for (int i = messages.size() - 1; i >= 0; i--) {
            if (isQuery(messages.get(i))) {
                return i;
            }
        }
        return messages.size() - 1;
    }

    private static boolean isQuery(ChatMessage message) {
        String content = message.content();
        return message.is(ChatMessage.USER)
                && content != null
                && !(content.startsWith("<tool_response>") && content.endsWith("</tool_response>"));
    }

    private void renderMessage(int index, int lastQuery) {
        var message = messages.get(index);
        switch (message.role()) {
            case ChatMessage.SYSTEM -> {
                if (index > 0) {
                    renderTurn(message);
                }
            }
            case ChatMessage.USER -> renderTurn(message);
            case ChatMessage.ASSISTANT -> renderAssistant(message, index, lastQuery);
            case ChatMessage.TOOL -> renderToolResult(index);
            default -> {
                if (kind == TemplateKind.CHATML) {
                    renderTurn(message);
                }
            }
        }
    }

    private void renderTurn(ChatMessage message) {
        out.template("<|im_start|>")
                .foreign(message.role())
                .template("\n")
                .foreign(message.text())
                .template("<|im_end|>\n");
    }

    private void renderAssistant(ChatMessage message, int index, int lastQuery) {
        out.template("<|im_start|>assistant\n");
        String answer = message.text();
        if (kind.splitsThoughts()) {
            var split = message.reasoning() == null
                    ? ThinkBlocks.split(answer)
                    : new ThinkBlocks.Split(message.reasoning(), answer);
            answer = split.answer();
            boolean isLast = index == messages.size() - 1;
            boolean keepsThought =
                    index > lastQuery && (isLast || !split.thought().isEmpty());
            if (keepsThought) {
                renderThought(split);
            } else {
                out.foreign(answer);
            }
        } else {
            out.foreign(answer);
        }
        renderToolCalls(message.toolCalls(), !answer.isEmpty());
        out.template("<|im_end|>\n");
    }

    private void renderThought(ThinkBlocks.Split split) {
        out.template("<think>\n")
                .foreign(ThinkBlocks.stripNewlines(split.thought()))
                .template("\n</think>\n\n")
                .foreign(ThinkBlocks.stripLeading(split.answer()));
    }

    private void renderToolCalls(List<ToolCall> calls, boolean followsText) {
        boolean needsBreak = followsText;
        for (var call : calls) {
            String arguments = call.arguments() instanceof JsonValue.JsonString(var text)
                    ? text
                    : call.arguments().toPythonJson();
            out.template(needsBreak ? "\n<tool_call>\n{\"name\": \"" : "<tool_call>\n{\"name\": \"")
                    .foreign(call.name())
                    .template("\", \"arguments\": ")
                    .foreign(arguments)
                    .template("}\n</tool_call>");
            needsBreak = true;
        }
    }

    /** Results of one round share a turn. */
    private void renderToolResult(int index) {
        if (index == 0 || !messages.get(index - 1).is(ChatMessage.TOOL)) {
            out.template("<|im_start|>user");
        }
        out.template("\n<tool_response>\n").foreign(messages.get(index).text()).template("\n</tool_response>");
        if (index == messages.size() - 1 || !messages.get(index + 1).is(ChatMessage.TOOL)) {
            out.template("<|im_end|>\n");
        }
    }

    private void renderReply(ReplySoFar soFar) {
        out.template("<|im_start|>assistant\n");
        boolean closed = kind.thinking() == Thinking.SWITCHABLE
                && input.thinking() == ThinkingMode.OFF
                && soFar.reasoning().isEmpty();
        if (kind.thinking() == Thinking.NEVER) {
            out.foreign(soFar.answer());
        } else if (closed) {
            out.template("<think>\n\n</think>\n\n").foreign(soFar.answer());
        } else if (kind.thinking() == Thinking.ALWAYS || !soFar.isNothing()) {
            out.template("<think>\n");
            if (soFar.closed()) {
                out.foreign(ThinkBlocks.stripTrailing(soFar.reasoning()))
                        .template("\n</think>\n\n")
                        .foreign(soFar.answer());
            } else {
                out.foreign(soFar.reasoning());
            }
        }
    }
}
