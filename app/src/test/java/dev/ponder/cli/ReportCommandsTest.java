package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineException;
import dev.ponder.gguf.GgufWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportCommandsTest {

    private final FakeEngine engine = new FakeEngine();
    private final CommandRun command = CommandRun.of(engine);

    @TempDir
    private Path folder;

    @Test
    void ggufTellsWhatIsInAFile() {
        assertEquals(0, command.run("gguf", CommandRun.DEMO.toString(), "--ctx", "2048", "--kv", "q8_0"));
        assertTrue(command.out().contains("Quantisation  Q8_0, 8.52 bits per weight\n"), command.out());
        assertTrue(command.out().contains("Parameters    8,919,552\n"), command.out());
        assertTrue(command.out().contains("Template      demo (known by hash)\n"), command.out());
        // 2 x 10 layers x 2 heads x 64 x 2048 tokens x 34/32 bytes
        assertTrue(command.out().contains("  KV cache  5.31 MiB (2048 tokens, q8_0)\n"), command.out());
        assertTrue(command.out().contains("4096 × text\n"), command.out());
    }

    @Test
    void ggufTellsTheSameAsJson() throws JsonProcessingException {
        assertEquals(0, command.run("gguf", CommandRun.DEMO.toString(), "--json"));
        var json = Json.MAPPER.readTree(command.out());
        assertEquals("qwen3", json.at("/architecture/name").textValue());
        assertEquals(8_919_552, json.get("parameters").longValue());
        assertEquals("Q8_0", json.at("/quantisation/label").textValue());
        assertEquals("demo", json.at("/template/kind").textValue());
        assertEquals(20.0, json.at("/memory/kvMiB").doubleValue());
        assertEquals("gpt2", json.get("metadata").get("tokenizer.ggml.model").textValue());
    }

    @Test
    void ggufMakesMetadataHarmless() throws IOException {
        var file = folder.resolve("evil.gguf");
        new GgufWriter()
                .text("general.architecture", "qwen3")
                .text("evil\u001b[2J", "x\n\u001b]0;title\u0007\u202e")
                .u32("qwen3.block_count", 1)
                .u32("qwen3.context_length", 64)
                .u32("qwen3.embedding_length", 64)
                .u32("qwen3.feed_forward_length", 64)
                .u32("qwen3.attention.head_count", 1)
                .write(file);
        for (var format : new String[][] {{"gguf", file.toString()}, {"gguf", file.toString(), "--json"}}) {
            var run = CommandRun.of(engine);
            assertEquals(0, run.run(format), run.err());
            assertFalse(run.out().chars().anyMatch(c -> c == 0x1B || c == 7 || c == 0x202E), run.out());
            assertTrue(run.out().contains("title"), run.out());
        }
    }

    @Test
    void ggufRefusesWhatIsNoModel() throws IOException {
        var file = Files.writeString(folder.resolve("notes.gguf"), "Dear diary");
        assertEquals(2, command.run("gguf", file.toString()));
        assertTrue(command.err().startsWith("notes.gguf is not a GGUF file"), command.err());
    }

    @Test
    void doctorTellsWhatRunsAndWhatIsMissing() {
        assertEquals(0, command.data(folder).run("doctor"));
        var out = command.out();
        assertTrue(out.contains("Ponder         1.2.3\n"), out);
        assertTrue(out.contains("libggml-cpu-zen4.so\n"), out);
        assertTrue(out.contains("CPU (cpu), A chip, 3.0 of 8.0 GiB free\n"), out);
        assertTrue(out.contains("libvulkan.so.1 is not installed.\n"), out);
        assertTrue(out.contains("Data folder    " + folder + "\n"), out);
        assertTrue(out.contains(", SHA-256 right\n"), out);
    }

    @Test
    void doctorTellsTheRestWhereTheEngineDoesNotStart() throws JsonProcessingException {
        engine.broken = new EngineException(EngineError.Code.NATIVES_MISSING, "There are no natives.");
        assertEquals(1, command.data(folder).run("doctor", "--json"));
        assertEquals("There are no natives.\n", command.err());
        var json = Json.MAPPER.readTree(command.out());
        assertTrue(json.get("engine").isNull());
        assertEquals("intact", json.at("/demoModel/state").textValue());
        assertEquals("[\"demo\"]", json.get("models").toString());
    }

    @Test
    void noticesADamagedDemoModel() throws IOException {
        var file = Files.writeString(folder.resolve("demo.gguf"), "GGUF");
        assertEquals(DemoCheck.State.DAMAGED, DemoCheck.of(file).state());
        assertEquals(
                DemoCheck.State.UNREADABLE, DemoCheck.of(folder.resolve("none")).state());
    }

    @Test
    void helpAndVersionGoToStandardOutput() {
        assertEquals(0, command.run("--help"));
        assertTrue(command.out().contains("doctor"), command.out());
        assertEquals("", command.err());
        var version = CommandRun.of(engine);
        assertEquals(0, version.run("--version"));
        assertTrue(version.out().matches("Ponder \\d+\\.\\d+\\.\\d+\\S*\n"), version.out());
    }
}
