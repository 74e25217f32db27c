package dev.ponder.qwen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftSwitchTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hello                             | NONE
            Hello /think                      | THINK
            Hello /no_think                   | NO_THINK
            /no_think Hello                   | NO_THINK
            /no_think, or rather /think.      | THINK
            /think then /no_think             | NO_THINK
            你好/no_think                      | NO_THINK
            <think></think>                   | NONE
            /thinking aloud                   | NONE
            see /var/think and a/no_think     | NONE
            https://example.org/think         | NONE
            /think/deep                       | NONE
            /no_thinking                      | NONE
            """)
    void findsTheLastSwitchInAText(String text, SoftSwitch expected) {
        assertEquals(expected, SoftSwitch.lastIn(text));
    }

    @Test
    void theLatestMessageThatSaysSomethingCounts() {
        var messages = List.of(
                ChatMessage.system("Be brief. /think"),
                ChatMessage.user("a /no_think"),
                ChatMessage.assistant("b /think"),
                ChatMessage.tool("/think"),
                ChatMessage.user("<tool_response>/think</tool_response>"),
                ChatMessage.user("c"));

        assertEquals(SoftSwitch.NO_THINK, SoftSwitch.inEffect(messages));
        assertEquals(SoftSwitch.THINK, SoftSwitch.inEffect(messages.subList(0, 1)));
    }
}
