package dev.ponder.qwen;

import java.util.ArrayList;
import java.util.List;

/**
 * The beginning that the prompts of all possible next turns share: the chat rendered with one more question, and that
 * question cut off again, since it is a question that makes the thoughts before it history.
 */
record HistoryPrompt(TemplateKind kind, List<ChatMessage> messages, List<ToolDefinition> tools) {

    /** Never part of the result. */
    private static final ChatMessage NEXT = ChatMessage.user("");

    Prompt render() {
        var next = new ArrayList<>(messages);
        next.add(NEXT);
        var parts = rendered(next, tools);
        int question = rendered(List.of(NEXT), List.of()).size();
        return new Prompt(parts.subList(0, parts.size() - question));
    }

    private List<Prompt.Part> rendered(List<ChatMessage> chat, List<ToolDefinition> offered) {
        var input = new PromptInput(chat, offered, ThinkingMode.DEFAULT, false);
        return new TemplateRenderer(kind, input).render(ReplySoFar.NOTHING).parts();
    }
}
