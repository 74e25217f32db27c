package dev.ponder.qwen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ThinkBlocksTest {

    @Test
    void takesThoughtsOutOfTheHistoryForAModelThatNeverThinks() {
        var call = ToolCall.ofText("f", "{}");
        var messages = List.of(
                ChatMessage.user("<think>mine</think>"),
                ChatMessage.assistant("<think>\nx\n</think>\n\n2"),
                ChatMessage.assistant("y", "3"),
                ChatMessage.assistant("<think>\nbroken off"),
                new ChatMessage(ChatMessage.ASSISTANT, null, "z", List.of(call)));

        var stripped = ThinkBlocks.withoutThoughts(messages);

        assertEquals(
                List.of(
                        ChatMessage.user("<think>mine</think>"),
                        ChatMessage.assistant("2"),
                        ChatMessage.assistant("3"),
                        ChatMessage.assistant(""),
                        new ChatMessage(ChatMessage.ASSISTANT, null, null, List.of(call))),
                stripped);
    }

    @Test
    void theLandingSentenceIsQwensOwn() {
        var landing = ChatJson.resource("raw-continuations.json").get(0);

        assertEquals(landing.get("text").asText(), ThinkingBudget.LANDING.rendered());
    }
}
