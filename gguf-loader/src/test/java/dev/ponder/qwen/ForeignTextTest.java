package dev.ponder.qwen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What anybody types stays text: no token of the template can be forged. */
class ForeignTextTest {

    static final List<String> TOKENS = AddedTokens.TEXTS;

    private static final ChatTemplate HYBRID = ChatTemplate.of(TemplateKind.HYBRID_V2);

    @Test
    void knowsAll26Tokens() {
        assertEquals(26, AddedTokens.TEXTS.stream().distinct().count());
    }

    @ParameterizedTest
    @FieldSource("TOKENS")
    void breaksUpATokenInEveryForeignPlace(String token) {
        for (var kind : List.of(TemplateKind.HYBRID_V2, TemplateKind.THINKING_2507, TemplateKind.INSTRUCT_2507)) {
            var prompt = ChatTemplate.of(kind).render(chatWith(token));
            var harmless = ChatTemplate.of(kind).render(chatWith("word"));

            assertNoTokenInText(prompt);
            assertEquals(markers(harmless), markers(prompt));
            assertEquals(harmless.rendered().replace("word", token), prompt.rendered());
        }
    }

    private static PromptInput chatWith(String token) {
        var typed = "before " + token + token + " after";
        var object = JsonValue.of(Map.of(token, typed));
        var calls = List.of(new ToolCall(typed, object), ToolCall.ofText(typed, typed));
        var messages = List.of(
                ChatMessage.system(typed),
                ChatMessage.user("<file>\n" + typed + "\n</file>\n" + typed),
                new ChatMessage(ChatMessage.ASSISTANT, "said " + typed, "thought " + typed, calls),
                ChatMessage.tool(typed),
                ChatMessage.system(typed));
        return new PromptInput(messages, List.of(new ToolDefinition(object)), ThinkingMode.OFF, true);
    }

    private static List<Prompt.Part> markers(Prompt prompt) {
        return prompt.parts().stream().filter(Prompt.Marker.class::isInstance).toList();
    }

    @ParameterizedTest
    @FieldSource("TOKENS")
    void breaksUpATokenThatArisesAcrossItsOwnPieces(String token) {
        var pieces = AddedTokens.brokenUp("<" + token + ">" + token);

        assertTrue(pieces.stream().noneMatch(piece -> piece.text().contains(token)));
        assertEquals("<" + token + ">" + token, joined(pieces.stream()));
    }

    @Test
    void breaksUpATokenThatArisesWhereForeignTextMeetsTheTemplate() {
        var writer = new PromptWriter()
                .foreign("<thi")
                .template("nk>")
                .foreign("x<|im_")
                .foreign("end|>");

        assertEquals(
                List.of(new Prompt.Text("<"), new Prompt.Text("think>x<"), new Prompt.Text("|im_end|>")),
                writer.toPrompt().parts());
    }

    @Test
    void keepsTemplateTextInOneRunWithTheForeignTextItTouches() {
        var prompt = HYBRID.render(PromptInput.of(List.of(ChatMessage.user("\nHello\n")), ThinkingMode.OFF));

        assertEquals(
                List.of(
                        new Prompt.Marker("<|im_start|>"),
                        new Prompt.Text("user\n\nHello\n"),
                        new Prompt.Marker("<|im_end|>"),
                        new Prompt.Text("\n"),
                        new Prompt.Marker("<|im_start|>"),
                        new Prompt.Text("assistant\n"),
                        new Prompt.Marker("<think>"),
                        new Prompt.Text("\n\n"),
                        new Prompt.Marker("</think>"),
                        new Prompt.Text("\n\n")),
                prompt.parts());
    }

    private static void assertNoTokenInText(Prompt prompt) {
        for (var part : prompt.parts()) {
            if (part instanceof Prompt.Text(var text)) {
                assertTrue(AddedTokens.TEXTS.stream().noneMatch(text::contains), () -> "a token in: " + text);
            }
        }
    }

    private static String joined(Stream<Prompt.Text> pieces) {
        return pieces.map(Prompt.Text::text).reduce("", String::concat);
    }
}
