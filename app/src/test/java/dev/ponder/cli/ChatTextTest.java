package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.ThinkingPlanned;
import dev.ponder.engine.GenerationEvent.ToolCallText;
import dev.ponder.engine.KvType;
import dev.ponder.engine.Sampling;
import dev.ponder.qwen.ReplyStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatTextTest {

    private final FakeEngine engine = new FakeEngine();
    private final CommandRun command = CommandRun.of(engine);

    @TempDir
    private Path folder;

    @Test
    void theAnswerGoesToStandardOutputAndTheThoughtToStandardError() {
        engine.reply(new ReasoningText("Let me"), new ReasoningText(" see."), new AnswerText("42"));
        assertEquals(0, command.run("chat", "What?"));
        assertEquals("42\n", command.out());
        assertEquals("Let me see.\n\n", command.err());
        assertTrue(engine.closed);
    }

    @Test
    void saysThatABudgetWasLowered() {
        engine.reply(new ThinkingPlanned(300, 4000), new ReasoningText("Hm."), new AnswerText("42"));
        assertEquals(0, command.run("chat", "--think-budget", "4000", "What?"));
        assertEquals("There is room for only 300 tokens of thought.\nHm.\n\n", command.err());
    }

    @Test
    void dimsTheThoughtOnATerminal() {
        engine.reply(new ReasoningText("Hm."), new AnswerText("42\n"));
        command.onTerminal().run("chat", "What?");
        assertTrue(command.err().endsWith("\u001b[2mHm.\u001b[0m\n\n"), command.err());
        assertEquals("42\n", command.out());
    }

    @Test
    void makesTerminalControlsOfTheModelHarmless() {
        engine.reply(new ReasoningText("\u001b[2J"), new AnswerText("a\u001b]52;c;x\u0007"));
        command.run("chat", "x");
        assertEquals("a␛]52;c;x␇\n", command.out());
        assertEquals("␛[2J\n\n", command.err());
    }

    @Test
    void aToolCallIsOneReadableLine() {
        engine.reply(
                new AnswerText("Wait"), new ToolCallText("{\"name\":\"get\",\"arguments\":{\"a\":\"b\\nc\"}}", true));
        command.run("chat", "x");
        assertEquals("Wait\n[tool call] get {\"a\":\"b\\nc\"}\n", command.out());
    }

    @Test
    void errorsAreOneSentenceWithoutAStackTrace() {
        engine.broken = new EngineException(EngineError.Code.OUT_OF_MEMORY, "It does not fit.");
        assertEquals(1, command.run("chat", "x"));
        assertEquals("It does not fit.\n", command.err());
        assertTrue(engine.closed);
    }

    @Test
    void verboseShowsWhereAnErrorComesFrom() {
        engine.broken = new EngineException(
                new EngineError(EngineError.Code.OUT_OF_MEMORY, "It does not fit.", "ggml said no"));
        assertEquals(1, command.run("chat", "--verbose", "x"));
        assertTrue(command.err().startsWith("It does not fit.\n"), command.err());
        assertTrue(command.err().contains("  at dev.ponder."), command.err());
        assertTrue(command.err().contains("ggml said no"), command.err());
    }

    @Test
    void verboseShowsWhatTheEngineLoggedForAReply() {
        engine.failure(EngineError.Code.COMPUTE_FAILED, "It failed.", "ggml said no");
        assertEquals(1, command.run("chat", "--verbose", "x"));
        assertEquals("It failed.\n  | ggml said no\n", command.err());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            chat Hi --foo           | Unknown option: '--foo'.
            chat Hi there           | Unmatched argument at index 2: 'there'.
            chat Hi --ctx=x         | Invalid value for option '--ctx'
            chat Hi --ctx=0         | --ctx must be at least 1, not 0.
            chat Hi --kv=q3         | 'q3' is not a KV cache type (f16, q8_0)
            chat Hi --max-tokens=-1 | --max-tokens must be at least 1
            chat Hi --top-p=2       | top-p must be above 0 and at most 1
            chat Hi -m=nope         | There is no model “nope”.
            chat --messages=none    | There is no file none.
            chat --batch=none       | There is no file none.
            nonsense                | Unmatched argument at index 0: 'nonsense'.
            """)
    void badInputIsOneSentenceAndExitCode2(String arguments, String sentence) {
        assertEquals(2, command.run(arguments.split(" ")));
        assertTrue(command.err().lines().findFirst().orElse("").contains(sentence), command.err());
        assertFalse(command.err().contains("\tat "), command.err());
        assertEquals("", command.out());
    }

    @Test
    void anEmptyPromptIsBadInput() {
        assertEquals(2, command.run("chat", " "));
        assertEquals("The prompt is empty: there is nothing to answer.\n", command.err());
    }

    @Test
    void saysWhereJsonIsUnreadable() throws IOException {
        var file = Files.writeString(folder.resolve("chat.json"), "{\"messages\": [\n  {\"role\" \"user\"}]}");
        assertEquals(2, command.run("chat", "--messages", file.toString()));
        assertTrue(command.err().contains("line 2, column 11"), command.err());
    }

    @Test
    void saysWhichMessageMakesNoSense() throws IOException {
        var file = Files.writeString(
                folder.resolve("chat.json"),
                "[{\"role\":\"user\",\"content\":\"a\"},{\"role\":\"user\",\"content\":7}]");
        assertEquals(2, command.run("chat", "--messages", file.toString()));
        assertTrue(command.err().contains("messages[1].content is not a string"), command.err());
    }

    @Test
    void optionsReachTheEngine() {
        engine.reply();
        command.run(
                "chat",
                "--no-think",
                "--system",
                "Be kind.",
                "--ctx",
                "2048",
                "--kv",
                "q8_0",
                "--threads",
                "3",
                "--gpu-layers",
                "0",
                "--max-tokens",
                "7",
                "--temperature",
                "0.5",
                "--top-k",
                "9",
                "--seed",
                "4",
                "Hi");
        var load = engine.loads.getFirst();
        assertEquals(2048, load.contextSize());
        assertEquals(KvType.Q8_0, load.kvType());
        assertEquals(3, load.threads());
        assertEquals(0, load.gpuLayers());
        var request = engine.requests.getFirst();
        assertEquals(7, request.maxTokens());
        assertEquals(new Sampling(0.5, 9, 1, 0, 0, 0, 1, 4), request.sampling());
        assertEquals(ReplyStart.ANSWER, request.start());
        assertEquals(
                "<|im_start|>system\nBe kind.<|im_end|>\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n"
                        + "<think>\n\n</think>\n\n",
                request.prompt().rendered());
    }

    @Test
    void thinksByItself() {
        engine.reply();
        command.run("chat", "Hi");
        assertEquals(ReplyStart.OUTSIDE, engine.requests.getFirst().start());
        assertFalse(engine.requests.getFirst().prompt().rendered().contains("<think>"));
    }
}
