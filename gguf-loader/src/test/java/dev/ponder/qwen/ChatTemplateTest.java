package dev.ponder.qwen;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.qwen.ChatTemplate.Certainty;
import dev.ponder.qwen.TemplateKind.Thinking;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChatTemplateTest {

    private static final List<ChatMessage> HELLO = List.of(ChatMessage.user("Hello"));

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
            {# fixed #}<|im_start|>{% if enable_thinking is false %}<think></think>{% endif %}          @ HYBRID_V2
            <|im_start|></think>{%- if add_generation_prompt %}<|im_start|>assistant\\n<think>\\n{% endif %} @ THINKING_2507
            {# no enable_thinking here #}<|im_start|>{% if '</think>' in content %}                       @ THINKING_2507
            {# no <think> and no enable_thinking #}<|im_start|><tool_call>                                @ INSTRUCT_2507
            <|im_start|><tool_call><function=name>                                                        @ CODER
            <|im_start|>{{ message.role }}                                                                @ CHATML
            """)
    void recognisesAChangedTemplateByWhatItSays(String text, TemplateKind kind) {
        var template = ChatTemplate.recognise(text);

        assertEquals(kind, template.kind());
        assertEquals(Certainty.BY_CONTENT, template.certainty());
        assertTrue(template.explanation().startsWith("recognised by content"), template.explanation());
    }

    @Test
    void knowsTheDemoModelsOwnTemplate() throws IOException {
        var template = ChatTemplate.recognise(demoTemplate());

        assertEquals(TemplateKind.DEMO, template.kind());
        assertEquals("known by hash", template.explanation());
        assertEquals(
                TemplateKind.HYBRID_V2,
                ChatTemplate.recognise("{# changed #}" + demoTemplate()).kind());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "{{ bos_token }}[INST] {{ messages[0].content }} [/INST]"})
    void saysThatItGuessesWhereItKnowsNothing(String text) {
        var template = ChatTemplate.recognise(text);

        assertEquals(TemplateKind.CHATML, template.kind());
        assertEquals(Certainty.UNKNOWN, template.certainty());
        assertTrue(template.explanation().endsWith("ChatML rules used"), template.explanation());
    }

    @Test
    void tellsWhatAModelCanDoAboutThinking() {
        assertEquals(Thinking.SWITCHABLE, TemplateKind.HYBRID_V1.thinking());
        assertEquals(Thinking.ALWAYS, TemplateKind.THINKING_2507.thinking());
        assertEquals(Thinking.NEVER, TemplateKind.INSTRUCT_2507.thinking());
        assertEquals(
                "Instruct-2507 never thinks",
                ChatTemplate.of(TemplateKind.INSTRUCT_2507).thinkingReason());
        assertEquals(
                "this model's chat template knows no thinking",
                ChatTemplate.recognise("<|im_start|><tool_call>").thinkingReason());
    }

    @ParameterizedTest
    @CsvSource({
        "HYBRID_V2, DEFAULT, OUTSIDE",
        "HYBRID_V2, ON, OUTSIDE",
        "HYBRID_V2, OFF, ANSWER",
        "DEMO, ON, OUTSIDE",
        "THINKING_2507, OFF, INSIDE",
        "INSTRUCT_2507, ON, ANSWER"
    })
    void knowsWhereAReplyBegins(TemplateKind kind, ThinkingMode mode, ReplyStart start) {
        assertEquals(start, ChatTemplate.of(kind).replyStart(mode));
    }

    @ParameterizedTest
    @CsvSource({
        "HYBRID_V2, Hello, DEFAULT, true",
        "HYBRID_V2, Hello, OFF, false",
        "HYBRID_V2, Hello /no_think, ON, false",
        "HYBRID_V2, Hello /think, OFF, false",
        "THINKING_2507, Hello /no_think, OFF, true",
        "INSTRUCT_2507, Hello /think, ON, false"
    })
    void knowsWhetherAReplyWillThink(TemplateKind kind, String text, ThinkingMode mode, boolean thinks) {
        assertEquals(thinks, ChatTemplate.of(kind).willThink(List.of(ChatMessage.user(text)), mode));
    }

    @Test
    void writesUnknownRolesOnlyInPlainChatMl() {
        var input = new PromptInput(
                List.of(new ChatMessage("critic", "Hm", null, List.of())), List.of(), ThinkingMode.DEFAULT, false);

        assertEquals(
                "<|im_start|>critic\nHm<|im_end|>\n",
                ChatTemplate.of(TemplateKind.CHATML).render(input).rendered());
        assertEquals("", ChatTemplate.of(TemplateKind.HYBRID_V2).render(input).rendered());
    }

    @Test
    void refusesToolsThatItCannotWrite() {
        var tool = new ToolDefinition(JsonValue.of("f"));
        var input = new PromptInput(HELLO, List.of(tool), ThinkingMode.DEFAULT, true);

        assertFalse(TemplateKind.CODER.rendersTools());
        assertThrows(
                IllegalArgumentException.class,
                () -> ChatTemplate.of(TemplateKind.CODER).render(input));
    }

    @Test
    void refusesAChatWithoutMessages() {
        assertThrows(IllegalArgumentException.class, () -> PromptInput.of(List.of(), ThinkingMode.ON));
    }

    /** The template as the file holds it: its key, the type of a string, the length, the text. */
    private static String demoTemplate() throws IOException {
        var key = "tokenizer.chat_template";
        var file = Files.readAllBytes(Path.of(System.getProperty("ponder.demo.model")));
        // one character a byte, so that indexes in the text are those in the file
        int at = new String(file, ISO_8859_1).indexOf(key) + key.length() + Integer.BYTES;
        long length = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getLong(at);
        return new String(file, at + Long.BYTES, Math.toIntExact(length), UTF_8);
    }
}
