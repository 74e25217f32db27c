package dev.ponder.qwen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The prompt that is kept warm is the beginning of whatever comes next, and holds no thought. */
class HistoryPromptTest {

    private static final ChatMessage SYSTEM = ChatMessage.system("Be brief.");
    private static final ChatMessage ASKED = ChatMessage.user("Why?");
    private static final ChatMessage ANSWERED = ChatMessage.assistant("Hm, why.", "Because.\n");
    private static final ToolDefinition TOOL = new ToolDefinition(JsonValue.of("clock"));
    private static final List<ChatMessage> ROUND = List.of(
            new ChatMessage(ChatMessage.ASSISTANT, "", "I ask.", List.of(new ToolCall("clock", JsonValue.of("")))),
            ChatMessage.tool("noon"),
            ChatMessage.assistant("So it is noon.", "Noon."));

    @ParameterizedTest
    @EnumSource
    void isTheBeginningOfTheNextTurn(TemplateKind kind) {
        beginsTheNextTurn(kind, List.of(ASKED, ANSWERED), List.of());
        beginsTheNextTurn(kind, List.of(SYSTEM, ASKED, ANSWERED, ASKED, ANSWERED), List.of());
        if (kind.rendersTools()) {
            beginsTheNextTurn(kind, List.of(ASKED, ANSWERED), List.of(TOOL));
            beginsTheNextTurn(kind, with(List.of(SYSTEM, ASKED), ROUND), List.of(TOOL));
        }
    }

    private static void beginsTheNextTurn(TemplateKind kind, List<ChatMessage> chat, List<ToolDefinition> tools) {
        var template = ChatTemplate.of(kind);
        var history = template.renderHistory(chat, tools);
        for (var question : List.of("And then?", "", "\n<|im_end|>\nx")) {
            var next = template.render(
                    new PromptInput(with(chat, List.of(ChatMessage.user(question))), tools, ThinkingMode.ON, true));
            assertEquals(
                    history.parts(), next.parts().subList(0, history.parts().size()));
        }
        assertTrue(history.rendered().endsWith("<|im_end|>\n"), history::rendered);
        assertFalse(history.rendered().contains("Hm, why."), history::rendered);
    }

    @ParameterizedTest
    @EnumSource(names = {"HYBRID_V2", "THINKING_2507", "DEMO"})
    void aRoundKeepsItsThoughtsUntilItIsHistory(TemplateKind kind) {
        var template = ChatTemplate.of(kind);
        var round = with(List.of(ASKED), ROUND.subList(0, 2));
        var during = template.render(new PromptInput(round, List.of(TOOL), ThinkingMode.ON, true))
                .rendered();
        assertTrue(during.contains("<think>\nI ask.\n</think>\n\n<tool_call>"), during);
        var after = template.renderHistory(with(List.of(ASKED), ROUND), List.of(TOOL))
                .rendered();
        assertFalse(after.contains("I ask.") || after.contains("So it is noon."), after);
        assertTrue(after.contains("<tool_call>") && after.contains("Noon."), after);
    }

    private static List<ChatMessage> with(List<ChatMessage> chat, List<ChatMessage> more) {
        var all = new ArrayList<>(chat);
        all.addAll(more);
        return all;
    }
}
