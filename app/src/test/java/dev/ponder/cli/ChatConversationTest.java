package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.qwen.ReplyStart;
import org.junit.jupiter.api.Test;

class ChatConversationTest {

    private final FakeEngine engine = new FakeEngine();
    private final CommandRun command = CommandRun.of(engine);

    @Test
    void eachPipedLineIsATurnOfTheSameConversation() {
        engine.reply(new ReasoningText("Lena."), new AnswerText("Hello Lena")).reply(new AnswerText("Lena"));
        assertEquals(0, command.typing("I am Lena.\n\nWho am I?").run("chat"));
        assertEquals("Hello Lena\nLena\n", command.out());
        assertEquals(
                "<|im_start|>user\nI am Lena.<|im_end|>\n<|im_start|>assistant\nHello Lena<|im_end|>\n"
                        + "<|im_start|>user\nWho am I?<|im_end|>\n<|im_start|>assistant\n",
                engine.requests.get(1).prompt().rendered());
        assertEquals(
                engine.requests.get(0).conversation(), engine.requests.get(1).conversation());
        assertTrue(engine.requests.get(0).conversation() != null, "nothing is kept warm between turns");
    }

    @Test
    void emptyStandardInputIsBadInput() {
        assertEquals(2, command.typing("\n \n").run("chat"));
        assertTrue(command.err().startsWith("There is nothing to answer"), command.err());
    }

    @Test
    void aPipedConversationEndsWithItsFirstFailure() {
        engine.reply(new AnswerText("one")).failure(Code.PROMPT_TOO_LONG, "9 tokens, and 8 fit.");
        assertEquals(2, command.typing("a\nb\nc\n").run("chat"));
        assertEquals("9 tokens, and 8 fit.\n", command.err());
        assertEquals(2, engine.requests.size());
    }

    @Test
    void aTypedSwitchWinsOverNoThink() {
        engine.reply(new AnswerText("x")).reply(new AnswerText("y"));
        command.typing("How? /think\nAnd now?\n").run("chat", "--no-think");
        assertEquals(ReplyStart.OUTSIDE, engine.requests.get(0).start());
        assertEquals(ReplyStart.ANSWER, engine.requests.get(1).start());
    }

    @Test
    void aTerminalChatGoesOnUntilTheEndOfInput() {
        engine.reply(new AnswerText("one")).reply(new AnswerText("two"));
        assertEquals(0, command.onTerminal().typing("a\nb\n").run("chat"));
        assertEquals("one\ntwo\n", command.out());
        assertTrue(command.err().contains("demo model"), command.err());
        assertTrue(command.err().contains("> "), command.err());
    }

    @Test
    void aTerminalChatSurvivesAFailure() {
        engine.failure(Code.ENGINE_DIED, "The engine ended.").reply(new AnswerText("two"));
        assertEquals(0, command.onTerminal().typing("a\nb\n").run("chat"));
        assertTrue(command.err().contains("The engine ended.\n"), command.err());
        assertEquals("two\n", command.out());
        assertEquals(
                "<|im_start|>user\nb<|im_end|>\n<|im_start|>assistant\n",
                engine.requests.get(1).prompt().rendered());
    }

    @Test
    void commandsChangeTheChat() {
        engine.reply(new AnswerText("one")).reply(new AnswerText("two")).reply(new AnswerText("three"));
        var typed = "/no-think\na\n/think\nb\n/new\nc\n/help\n/nonsense\n/exit\nd\n";
        assertEquals(0, command.onTerminal().typing(typed).run("chat"));
        assertEquals(ReplyStart.ANSWER, engine.requests.get(0).start());
        assertEquals(ReplyStart.OUTSIDE, engine.requests.get(1).start());
        assertEquals(
                "<|im_start|>user\nc<|im_end|>\n<|im_start|>assistant\n",
                engine.requests.get(2).prompt().rendered());
        assertTrue(command.err().contains("/no-think   answer at once"), command.err());
        assertTrue(command.err().contains("There is no command /nonsense"), command.err());
        assertEquals(3, engine.requests.size());
    }

    @Test
    void noArgumentsStartAChat() {
        engine.reply(new AnswerText("one"));
        assertEquals(0, command.typing("a").run());
        assertEquals("one\n", command.out());
    }
}
