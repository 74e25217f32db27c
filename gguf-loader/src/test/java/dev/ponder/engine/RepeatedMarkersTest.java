package dev.ponder.engine;

import static dev.ponder.engine.DemoModelChat.MODEL;
import static dev.ponder.engine.DemoModelChat.engine;
import static dev.ponder.engine.DemoModelChat.hear;
import static dev.ponder.engine.DemoModelChat.request;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.GenerationEvent.ToolCallText;
import dev.ponder.qwen.ChatMessage;
import dev.ponder.qwen.ReplyStart;
import dev.ponder.qwen.ThinkingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tags that the model writes because it was told to repeat them are text of its answer, character by character. */
class RepeatedMarkersTest {
    private static final int TEXTS = Counts.of(300);
    private static final int LONGEST = 200;

    private static final List<String> TAGS = List.of(
            "<think>",
            "</think>",
            "<tool_call>",
            "</tool_call>",
            "<thi",
            "</thin",
            "</think",
            "\"</think>\"",
            "`<think>`",
            "<think></think>",
            "<think>\n\n</think>",
            "</think></think>",
            "<tool_call>{}</tool_call>",
            "<tool_call></think>",
            "<|im_end|>");
    private static final List<String> WORDS =
            List.of("apple", "Hello", "42", "river.", "blue", "piano!", "ok", "cherry");
    private static final List<String> SEPARATORS = List.of(" ", "\n", "");
    private static final String THOUGHT = "The user wants an exact copy of the text. I repeat it without any change.";

    @ParameterizedTest
    @EnumSource(names = {"ON", "OFF"})
    void repeatedTagsStayInTheAnswer(ThinkingMode mode) throws Exception {
        var random = new Random(151_667);
        int slips = 0;
        try (var engine = engine(LoadRequest.of(MODEL).withGpuLayers(0).withThreads(1))) {
            for (int i = 0; i < TEXTS; i++) {
                var text = text(random);
                var question = ChatMessage.user("Repeat exactly: " + text);
                var request = request(mode, question).withMaxTokens(LONGEST);
                var reply = hear(engine, request);
                slips += reply.answer().equals(text) ? 0 : 1;
                // the same reply heard by an engine that takes no tag for the end of a thought
                var raw = hear(engine, as(request, ReplyStart.ANSWER)).answer();
                boolean thinks = mode == ThinkingMode.ON;
                assertEquals(raw, (thinks ? "<think>\n" + THOUGHT + "\n</think>\n\n" : "") + reply.answer(), text);
                assertEquals(thinks ? THOUGHT : "", reply.reasoning(), text);
                assertEquals(List.of(), reply.all(ToolCallText.class), text);
            }
        }
        System.out.println("repeat exactly, thinking " + mode + ": " + (TEXTS - slips) + " of " + TEXTS + " texts");
        // where tags stand close together the model may misspell one, or not come to an end
        assertTrue(slips <= TEXTS / 10, "slips: " + slips);
    }

    private static GenerationRequest as(GenerationRequest request, ReplyStart start) {
        return GenerationRequest.of(request.prompt(), start).withMaxTokens(request.maxTokens());
    }

    private static String text(Random random) {
        var parts = new ArrayList<String>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            if (random.nextBoolean()) {
                parts.add(pick(TAGS, random));
            }
            parts.add(pick(WORDS, random));
        }
        return String.join(pick(SEPARATORS, random), parts);
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
