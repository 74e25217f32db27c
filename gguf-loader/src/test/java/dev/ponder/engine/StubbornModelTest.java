package dev.ponder.engine;

import static dev.ponder.engine.DemoModelChat.hear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.engine.GenerationEvent.ToolCallText;
import dev.ponder.gguf.ModelGenerator;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models that say one token and no other: their thoughts end in an answer like all others. */
class StubbornModelTest {
    private static final Prompt PROMPT = new Prompt(List.of(new Prompt.Text("why")));

    @TempDir
    Path folder;

    private LocalEngine engine(String token) throws Exception {
        var file = folder.resolve("stubborn.gguf");
        ModelGenerator.stubborn(SmallVocabulary.beginningWith(token)).write(file);
        return DemoModelChat.engine(
                LoadRequest.of(file).withGpuLayers(0).withThreads(1).withContextSize(256));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<|im_end|>", "<think>", "</think>", "\u010a", "\u0120", "\u00f0", "x"})
    void aThoughtThatThePromptOpenedEndsInAnAnswer(String token) throws Exception {
        try (var engine = engine(token)) {
            var reply = hear(
                    engine, GenerationRequest.of(PROMPT, ReplyStart.INSIDE).withThinking(new ThinkingLimit(20, 4, 30)));
            assertFalse(reply.answer().isBlank(), reply.toString());
            assertTrue(reply.finished().tokens().reasoning() <= 24, reply.toString());
        }
    }

    @ParameterizedTest
    @CsvSource({"<think>, LENGTH", "</think>, LENGTH", "x, LENGTH"})
    void aThoughtThatIsOpenedForEverIsClosedOnce(String token, StopReason reason) throws Exception {
        try (var engine = engine(token)) {
            var request = GenerationRequest.of(PROMPT, ReplyStart.OUTSIDE)
                    .withThinking(new ThinkingLimit(10, 0, 30))
                    .withMaxTokens(60);
            var reply = hear(engine, request);
            assertFalse(reply.answer().isBlank(), reply.toString());
            assertTrue(reply.all(Landed.class).size() <= 1, reply.toString());
            assertEquals(reason, reply.finished().reason());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void theLastTokenOfALimitIsAnAnswerAndNoTag(int limit) throws Exception {
        try (var engine = engine("<think>")) {
            var reply = hear(
                    engine, GenerationRequest.of(PROMPT, ReplyStart.OUTSIDE).withMaxTokens(limit));
            assertFalse(reply.answer().isBlank(), reply.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<tool_call>"})
    void aCallIsAnAnswer(String token) throws Exception {
        try (var engine = engine(token)) {
            var reply =
                    hear(engine, GenerationRequest.of(PROMPT, ReplyStart.INSIDE).withMaxTokens(40));
            assertFalse(reply.all(ToolCallText.class).isEmpty(), reply.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<|im_end|>"})
    void aReplyThatNeverThoughtMayBeEmpty(String token) throws Exception {
        try (var engine = engine(token)) {
            for (var start : List.of(ReplyStart.OUTSIDE, ReplyStart.ANSWER)) {
                var reply = hear(engine, GenerationRequest.of(PROMPT, start));
                assertEquals("", reply.answer());
                assertEquals(StopReason.STOP, reply.finished().reason());
            }
        }
    }
}
