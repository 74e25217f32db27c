package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.gguf.GgufWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelKindsTest {

    private static final String INSTRUCT = "<|im_start|> <tool_call>";
    private static final String THINKING = "<|im_start|> </think> {% if add_generation_prompt %}<think>";

    private final FakeEngine engine = new FakeEngine();
    private final CommandRun command = CommandRun.of(engine);

    @TempDir
    private Path folder;

    @Test
    void anInstructModelCannotBeAskedToThink() throws IOException {
        assertEquals(2, command.run("chat", "-m", model(INSTRUCT), "--think", "Hi"));
        assertEquals(
                "This model cannot be asked to think, because Instruct-2507 never thinks: leave --think out.\n",
                command.err());
        assertTrue(engine.loads.isEmpty(), "the model was loaded for nothing");
    }

    @Test
    void aThinkingModelCannotBeKeptFromThinking() throws IOException {
        assertEquals(2, command.run("chat", "-m", model(THINKING), "--no-think", "Hi"));
        assertTrue(command.err().contains("Thinking-2507 always thinks"), command.err());
    }

    @Test
    void recommendedSamplingFollowsTheKindOfModel() throws IOException {
        engine.reply();
        assertEquals(0, command.run("chat", "-m", model(THINKING), "Hi"));
        var sampling = engine.requests.getFirst().sampling();
        assertEquals(0.6, sampling.temperature());
        assertEquals(20, sampling.topK());
        assertEquals(0.95, sampling.topP());
        assertTrue(sampling.seed() < 0, "the draw must differ each time");
    }

    private String model(String template) throws IOException {
        var file = folder.resolve("model.gguf");
        new GgufWriter()
                .text("general.architecture", "qwen3")
                .text("tokenizer.chat_template", template)
                .write(file);
        return file.toString();
    }
}
