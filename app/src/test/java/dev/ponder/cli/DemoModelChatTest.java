package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line, the engine process and the demo model together. */
class DemoModelChatTest {

    @TempDir
    private Path data;

    @Test
    void thinksAndAnswers() {
        var run = CommandRun.installed(data);
        assertEquals(0, run.run("chat", "What is 345 + 678?"), run.err());
        assertEquals("345 + 678 = 1023\n", run.out());
        assertTrue(run.err().startsWith("345 + 678: digits 3 4 5 and 6 7 8."), run.err());
    }

    @Test
    void answersAtOnceWithoutThinking() {
        var run = CommandRun.installed(data);
        assertEquals(0, run.run("chat", "--no-think", "Repeat exactly: Grüße, 你好"), run.err());
        assertEquals("Grüße, 你好\n", run.out());
        assertEquals("", run.err());
    }

    @Test
    void countsEveryTokenOnce() throws JsonProcessingException {
        var run = CommandRun.installed(data);
        run.run("chat", "--json", "What is 345 + 678?");
        var done = lines(run).getLast();
        assertEquals("stop", done.get("stopReason").textValue());
        assertTrue(count(done, "reasoning") > 50, run.out());
        assertEquals(
                count(done, "generated"),
                count(done, "reasoning") + count(done, "answer") + count(done, "marker") + count(done, "eog"));
        assertEquals(0, count(done, "forced"));
        assertEquals(1, count(done, "eog"));
    }

    @Test
    void landsAThoughtAtItsBudgetAndAnswers() throws JsonProcessingException {
        var run = CommandRun.installed(data);
        assertEquals(
                0, run.run("chat", "--json", "--think-budget", "40", "Think hard about: is 1009 prime?"), run.err());
        var landings = lines(run).stream()
                .filter(line -> line.get("type").textValue().equals("landed"))
                .toList();
        assertEquals(1, landings.size(), run.out());
        assertEquals("budget", landings.getFirst().get("by").textValue());
        int at = landings.getFirst().get("at").intValue();
        assertTrue(at >= 40 && at <= 56, run.out());
        var done = lines(run).getLast();
        assertTrue(done.get("landed").booleanValue(), run.out());
        assertTrue(count(done, "answer") > 0 && count(done, "forced") > 20, run.out());
    }

    @Test
    void aFollowUpTurnFindsItsHistoryInTheCache() throws JsonProcessingException {
        var run = CommandRun.installed(data).typing("My name is Lena.\nWhat is my name?\n");
        assertEquals(0, run.run("chat", "--no-think", "--json"), run.err());
        var prompts = lines(run).stream()
                .filter(line -> line.get("type").textValue().equals("prompt"))
                .toList();
        assertEquals(0, count(prompts.get(0), "cached"));
        assertTrue(count(prompts.get(1), "cached") > 8, run.out());
        assertTrue(run.out().contains("Lena"), run.out());
    }

    @Test
    void refusesAPromptOverTheContextWithTheFigures() {
        var run = CommandRun.installed(data);
        assertEquals(2, run.run("chat", "--ctx", "256", "word ".repeat(500)));
        assertTrue(run.err().matches("(?s).*\\b5\\d\\d tokens.* 256.*"), run.err());
        assertEquals("", run.out());
    }

    @Test
    void showsTheIdsOfAPrompt() {
        var run = CommandRun.installed(data).typing("[{\"role\":\"user\",\"content\":\"Hi\"}]");
        assertEquals(0, run.run("prompt", "--messages", "-", "-m", "demo", "--tokens"), run.err());
        assertTrue(run.out().matches("\\[4071(,\\d+)+]\n"), run.out());
    }

    private static int count(JsonNode line, String what) {
        return line.get(what + "Tokens").intValue();
    }

    private static List<JsonNode> lines(CommandRun run) throws JsonProcessingException {
        var lines = new ArrayList<JsonNode>();
        for (var line : run.lines()) {
            lines.add(Json.MAPPER.readTree(line));
        }
        return lines;
    }
}
