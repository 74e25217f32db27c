package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ponder.engine.GenerationRequest;
import dev.ponder.qwen.Prompt;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {

    private final FakeEngine engine = new FakeEngine();
    private final CommandRun command = CommandRun.of(engine);

    @TempDir
    private Path folder;

    @Test
    void measuresRandomPromptsOfTheLengthsAskedFor() {
        replies(6);
        assertEquals(0, command.run("bench", "-m", "demo", "-p", "40", "-n", "16", "-d", "100", "-r", "2"));
        assertEquals(
                List.of(140, 102, 140, 102, 140, 102),
                engine.requests.stream()
                        .map(BenchCommandTest::ids)
                        .map(List::size)
                        .toList());
        assertEquals(
                List.of(1, 16, 1, 16, 1, 16),
                engine.requests.stream().map(GenerationRequest::maxTokens).toList());
        assertTrue(engine.requests.stream().allMatch(GenerationRequest::ignoreEnd));
        // what lies in the cache is the same each time, the rest is not
        assertEquals(
                1,
                new HashSet<>(engine.requests.stream()
                                .map(r -> ids(r).subList(0, 100))
                                .toList())
                        .size());
        assertEquals(
                6,
                new HashSet<>(engine.requests.stream()
                                .map(BenchCommandTest::ids)
                                .toList())
                        .size());
    }

    @Test
    void keepsNothingWarmAtDepth0() {
        replies(4);
        command.run("bench", "-m", "demo", "-r", "1");
        assertNull(engine.requests.getFirst().conversation());
        assertEquals(512, ids(engine.requests.getFirst()).size());
    }

    @Test
    void saysWithFiguresWhatDoesNotFit() {
        assertEquals(2, command.run("bench", "-m", "demo", "-p", "5000"));
        assertTrue(command.err().startsWith("This takes 5001 tokens of context, and 4096 are there"), command.err());
    }

    @Test
    void givesMedianAndRange() {
        var spread = Spread.of(List.of(3.0, 1.0, 2.0));
        assertEquals("2.0 (1.0 to 3.0)", spread.inWords(1));
        assertEquals(2.5, Spread.of(List.of(4.0, 1.0, 2.0, 3.0)).median());
    }

    @Test
    void measuresTheDemoModelThroughTheChild() throws JsonProcessingException {
        var run = CommandRun.installed(folder);
        assertEquals(
                0, run.run("bench", "-m", "demo", "-p", "32", "-n", "8", "-d", "16", "-r", "1", "--json"), run.err());
        var json = Json.MAPPER.readTree(run.out());
        for (var phase : List.of("prefill", "decode")) {
            for (var figure : List.of("wallTokensPerSecond", "nativeTokensPerSecond", "ratio")) {
                double median = json.get(phase).get(figure).get("median").doubleValue();
                assertTrue(median > 0 && Double.isFinite(median), run.out());
            }
        }
        assertTrue(json.at("/javaMsPerToken/engine/median").doubleValue() > 0, run.out());
    }

    private void replies(int count) {
        for (int i = 0; i < count; i++) {
            engine.reply();
        }
    }

    private static List<Integer> ids(GenerationRequest request) {
        return ((Prompt.Tokens) request.prompt().parts().getFirst()).ids();
    }
}
