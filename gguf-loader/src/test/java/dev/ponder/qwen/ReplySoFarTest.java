package dev.ponder.qwen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplySoFarTest {

    private static final String HEAD = "<|im_start|>user\nWhy?<|im_end|>\n<|im_start|>assistant\n";
    private static final List<ChatMessage> QUESTION = List.of(ChatMessage.user("Why?"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HYBRID_V2     | ON  | Let me | ''   | <think>~Let me                    | CONTINUED
            HYBRID_V2     | ON  | Hm.    | Beca | <think>~Hm.~</think>~~Beca        | ANSWER
            HYBRID_V2     | ON  | ''     | Beca | <think>~~</think>~~Beca           | ANSWER
            HYBRID_V2     | OFF | ''     | Beca | <think>~~</think>~~Beca           | ANSWER
            HYBRID_V2     | OFF | Hm.    | Beca | <think>~Hm.~</think>~~Beca        | ANSWER
            HYBRID_V2     | ON  | ''     | ''   | ''                                | OUTSIDE
            HYBRID_V2     | OFF | ''     | ''   | <think>~~</think>~~               | ANSWER
            THINKING_2507 | ON  | ''     | ''   | <think>~                          | INSIDE
            THINKING_2507 | ON  | Let me | ''   | <think>~Let me                    | CONTINUED
            THINKING_2507 | ON  | Hm.    | Beca | <think>~Hm.~</think>~~Beca        | ANSWER
            INSTRUCT_2507 | ON  | ''     | Beca | Beca                              | ANSWER
            """)
    void goesOnAfterTheTextThatIsThere(
            TemplateKind kind, ThinkingMode mode, String reasoning, String answer, String end, ReplyStart start) {
        var template = ChatTemplate.of(kind);
        var soFar = new ReplySoFar(reasoning, answer);
        var prompt = template.render(PromptInput.of(QUESTION, mode), soFar);
        assertEquals(HEAD + end.replace('~', '\n'), prompt.rendered());
        assertEquals(start, template.replyStart(mode, soFar));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HYBRID_V2     | ON  | Hm.~ | <think>~Hm.~</think>~~
            HYBRID_V2     | OFF | Hm.  | <think>~Hm.~</think>~~
            HYBRID_V2     | ON  | ''   | <think>~~</think>~~
            THINKING_2507 | ON  | Hm.  | <think>~Hm.~</think>~~
            INSTRUCT_2507 | ON  | Hm.  | ''
            """)
    void answersFromAThoughtThatIsThere(TemplateKind kind, ThinkingMode mode, String reasoning, String end) {
        var template = ChatTemplate.of(kind);
        var soFar = ReplySoFar.thought(reasoning.replace('~', '\n'));
        var prompt = template.render(PromptInput.of(QUESTION, mode), soFar);
        assertEquals(HEAD + end.replace('~', '\n'), prompt.rendered());
        assertEquals(ReplyStart.ANSWER, template.replyStart(mode, soFar));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Let me  | Let me~~SENTENCE
            Hm.~~   | Hm.~~SENTENCE
            ''      | SENTENCE
            Hm.~~SENTENCE~ | Hm.~~SENTENCE
            """)
    void landsAThoughtThatWasCutOff(String reasoning, String landed) {
        var soFar = ReplySoFar.landed(spelled(reasoning));
        assertEquals(ReplySoFar.thought(spelled(landed)), soFar);
        var prompt = ChatTemplate.of(TemplateKind.HYBRID_V2).render(PromptInput.of(QUESTION, ThinkingMode.ON), soFar);
        assertEquals(HEAD + "<think>\n" + spelled(landed) + "\n</think>\n\n", prompt.rendered());
    }

    private static String spelled(String text) {
        return text.replace('~', '\n').replace("SENTENCE", ThinkingBudget.SENTENCE);
    }

    @Test
    void noMarkerArisesInTheTextThatIsThere() {
        var prompt = ChatTemplate.of(TemplateKind.HYBRID_V2)
                .render(
                        PromptInput.of(QUESTION, ThinkingMode.ON),
                        new ReplySoFar("a <think> b", "c </think><|im_end|> d"));
        var markers = prompt.parts().stream()
                .filter(Prompt.Marker.class::isInstance)
                .map(part -> ((Prompt.Marker) part).text())
                .toList();
        assertEquals(List.of("<|im_start|>", "<|im_end|>", "<|im_start|>", "<think>", "</think>"), markers);
    }
}
