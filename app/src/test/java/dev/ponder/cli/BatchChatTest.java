package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.PromptCounted;
import dev.ponder.qwen.ReplyStart;
import org.junit.jupiter.api.Test;

class BatchChatTest {

    private final FakeEngine engine = new FakeEngine();
    private final CommandRun command = CommandRun.of(engine);

    @Test
    void everyLineCarriesItsCase() {
        engine.reply(new PromptCounted(3, 0), new AnswerText("A")).reply(new AnswerText("B"));
        var batch = """
                {"id": "p1", "messages": [{"role": "user", "content": "a"}], "think": false}
                {"messages": [{"role": "user", "content": "b"}], "think": true}
                """;
        assertEquals(0, command.typing(batch).run("chat", "--batch", "-"));
        assertEquals(
                "{\"type\":\"prompt\",\"case\":\"p1\",\"promptTokens\":3,\"cachedTokens\":0}",
                command.lines().get(0));
        assertEquals(
                "{\"type\":\"answer\",\"case\":\"p1\",\"text\":\"A\"}",
                command.lines().get(1));
        assertTrue(command.lines().get(2).startsWith("{\"type\":\"done\",\"case\":\"p1\""), command.out());
        assertEquals(
                "{\"type\":\"answer\",\"case\":2,\"text\":\"B\"}",
                command.lines().get(3));
        assertEquals(ReplyStart.ANSWER, engine.requests.get(0).start());
        assertEquals(ReplyStart.OUTSIDE, engine.requests.get(1).start());
    }

    @Test
    void eachCaseIsAConversationOfItsOwn() {
        engine.reply(new AnswerText("A")).reply(new AnswerText("B"));
        var batch = """
                [{"role": "user", "content": "a"}]
                [{"role": "user", "content": "b"}]
                """;
        command.typing(batch).run("chat", "--batch", "-");
        assertEquals(
                "<|im_start|>user\nb<|im_end|>\n<|im_start|>assistant\n",
                engine.requests.get(1).prompt().rendered());
        assertNull(engine.requests.get(1).conversation());
    }

    @Test
    void aBadCaseLeavesTheOthersAlone() {
        engine.reply(new AnswerText("A"));
        var batch = "nonsense\n\n[{\"role\": \"user\", \"content\": \"a\"}]\n";
        assertEquals(2, command.typing(batch).run("chat", "--batch", "-"));
        assertTrue(
                command.lines().get(0).startsWith("{\"type\":\"error\",\"case\":1,\"code\":\"bad-json\""),
                command.out());
        assertTrue(
                command.lines().get(1).startsWith("{\"type\":\"done\",\"case\":1,\"stopReason\":\"error\""),
                command.out());
        assertEquals(
                "{\"type\":\"answer\",\"case\":3,\"text\":\"A\"}",
                command.lines().get(2));
        assertTrue(command.err().startsWith("Case 1: This is not valid JSON (standard input, line 1,"), command.err());
    }

    @Test
    void aFailedCaseMakesTheBatchFail() {
        engine.failure(Code.ENGINE_DIED, "The engine ended.").reply(new AnswerText("B"));
        var line = "[{\"role\": \"user\", \"content\": \"a\"}]\n";
        assertEquals(1, command.typing(line + line).run("chat", "--batch", "-"));
        assertEquals("Case 1: The engine ended.\n", command.err());
        assertTrue(command.out().contains("\"text\":\"B\""), command.out());
    }

    @Test
    void sourcesExcludeEachOther() {
        assertEquals(2, command.run("chat", "--batch", "-", "Hello"));
        assertTrue(command.err().startsWith("A prompt, --messages and --batch exclude each other"), command.err());
    }
}
