package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.EngineError.Code;
import dev.ponder.engine.GenerationEvent.AnswerText;
import dev.ponder.engine.GenerationEvent.Landed;
import dev.ponder.engine.GenerationEvent.PromptCounted;
import dev.ponder.engine.GenerationEvent.PromptProgress;
import dev.ponder.engine.GenerationEvent.ReasoningEnded;
import dev.ponder.engine.GenerationEvent.ReasoningStarted;
import dev.ponder.engine.GenerationEvent.ReasoningText;
import dev.ponder.engine.GenerationEvent.ThinkingPlanned;
import dev.ponder.engine.GenerationEvent.ToolCallText;
import dev.ponder.engine.LandedBy;
import dev.ponder.engine.ThinkingLimit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatJsonTest {

    private static final String DONE =
            "{\"type\":\"done\",\"stopReason\":\"stop\",\"promptTokens\":20,\"cachedTokens\":5,"
                    + "\"generatedTokens\":12,\"reasoningTokens\":6,\"answerTokens\":3,\"markerTokens\":2,\"eogTokens\":1,"
                    + "\"forcedTokens\":0,\"promptMs\":12.3,\"reasoningMs\":56.8,\"answerMs\":9.0,\"landed\":false}";
    private static final String NOTHING_DONE = "{\"type\":\"done\",\"stopReason\":\"error\",\"promptTokens\":0,"
            + "\"cachedTokens\":0,\"generatedTokens\":0,\"reasoningTokens\":0,\"answerTokens\":0,\"markerTokens\":0,"
            + "\"eogTokens\":0,\"forcedTokens\":0,\"promptMs\":0.0,\"reasoningMs\":0.0,\"answerMs\":0.0,\"landed\":false}";

    private final FakeEngine engine = new FakeEngine();
    private final CommandRun command = CommandRun.of(engine);

    @Test
    void writesOneObjectForEachEventThatProgramsNeed() {
        engine.reply(
                new PromptCounted(20, 5),
                new PromptProgress(20, 20),
                new ReasoningStarted(),
                new ReasoningText("Hm.\n"),
                new ReasoningEnded(),
                new AnswerText("“Yes”"));
        assertEquals(0, command.run("chat", "--json", "Is it?"));
        assertEquals(
                List.of(
                        "{\"type\":\"prompt\",\"promptTokens\":20,\"cachedTokens\":5}",
                        "{\"type\":\"reasoning\",\"text\":\"Hm.\\n\"}",
                        "{\"type\":\"answer\",\"text\":\"“Yes”\"}",
                        DONE),
                command.lines());
        assertEquals("", command.err());
    }

    @Test
    void tellsWhereAThoughtLandedAndThatItDid() {
        engine.reply(
                new ThinkingPlanned(8, 8),
                new ReasoningText("Hm"),
                new Landed(8, LandedBy.BUDGET),
                new ReasoningText("\n\nNow."),
                new AnswerText("Yes"));
        assertEquals(0, command.run("chat", "--json", "--think-budget", "8", "Is it?"));
        assertEquals(ThinkingLimit.of(8), engine.requests.getFirst().thinking());
        assertEquals(
                List.of(
                        "{\"type\":\"reasoning\",\"text\":\"Hm\"}",
                        "{\"type\":\"landed\",\"at\":8,\"by\":\"budget\"}",
                        "{\"type\":\"reasoning\",\"text\":\"\\n\\nNow.\"}",
                        "{\"type\":\"answer\",\"text\":\"Yes\"}",
                        DONE.replace("\"landed\":false", "\"landed\":true")),
                command.lines());
    }

    @Test
    void withoutABudgetAThoughtOnlyLeavesRoomForItsAnswer() {
        engine.reply(new AnswerText("Yes"));
        command.run("chat", "--json", "Is it?");
        assertEquals(ThinkingLimit.NONE, engine.requests.getFirst().thinking());
    }

    @Test
    void refusesABudgetBelowNothing() {
        assertEquals(2, command.run("chat", "--json", "--think-budget", "-1", "Is it?"));
        assertTrue(command.err().contains("--think-budget"), command.err());
    }

    @Test
    void parsesAToolCallAndKeepsItsNumbersAsWritten() {
        engine.reply(new ToolCallText(
                "{\"name\": \"get\", \"arguments\": {\"b\": 1.0, \"a\": [2, \"x\"], \"c\": 12345678901234567890}}",
                true));
        assertEquals(0, command.run("chat", "--json", "x"));
        assertEquals(
                "{\"type\":\"toolCall\",\"name\":\"get\",\"arguments\":"
                        + "{\"b\":1.0,\"a\":[2,\"x\"],\"c\":12345678901234567890}}",
                command.lines().getFirst());
    }

    @Test
    void aMalformedToolCallIsAnErrorBeforeDone() {
        engine.reply(new ToolCallText("{\"name\": \"get\", \"argum", false), new ToolCallText("{\"name\": 3}", true));
        command.run("chat", "--json", "x");
        var lines = command.lines();
        assertTrue(
                lines.get(0).startsWith("{\"type\":\"error\",\"code\":\"malformed-tool-call\",\"message\":"),
                lines.get(0));
        assertTrue(
                lines.get(1).startsWith("{\"type\":\"error\",\"code\":\"malformed-tool-call\",\"message\":"),
                lines.get(1));
        assertEquals(DONE, lines.get(2));
    }

    @Test
    void aPromptOverTheContextIsBadInputAndStillEndsWithDone() {
        engine.failure(Code.PROMPT_TOO_LONG, "The prompt has 9 tokens and the context holds 8.");
        assertEquals(2, command.run("chat", "--json", "x"));
        assertEquals(
                List.of(
                        "{\"type\":\"error\",\"code\":\"prompt-too-long\",\"message\":"
                                + "\"The prompt has 9 tokens and the context holds 8.\"}",
                        NOTHING_DONE),
                command.lines());
        assertEquals("The prompt has 9 tokens and the context holds 8.\n", command.err());
    }

    @Test
    void aFailureOfTheEngineIsAFailure() {
        engine.failure(Code.ENGINE_DIED, "The engine ended.");
        assertEquals(1, command.run("chat", "--json", "x"));
        assertEquals(NOTHING_DONE, command.lines().getLast());
    }

    @Test
    void inputThatNeverReachesAModelEndsWithDoneToo() {
        assertEquals(2, command.run("chat", "--json", "-m", "no-such-model", "x"));
        assertTrue(
                command.lines().getFirst().startsWith("{\"type\":\"error\",\"code\":\"unknown-model\""), command.out());
        assertEquals(NOTHING_DONE, command.lines().getLast());
        assertTrue(command.err().contains("demo"), command.err());
    }

    @Test
    void escapesControlCharactersOfTheModel() {
        engine.reply(new AnswerText("\u001b]0;x\u0007\u009b2J"));
        command.run("chat", "--json", "x");
        assertEquals(
                "{\"type\":\"answer\",\"text\":\"\\u001B]0;x\\u0007\\u009b2J\"}",
                command.lines().getFirst());
    }
}
