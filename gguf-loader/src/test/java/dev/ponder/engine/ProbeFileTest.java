package dev.ponder.engine;

import static dev.ponder.engine.DemoModelChat.hear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.gguf.GgufModel;
import dev.ponder.gguf.ProbeFile;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeFileTest {

    @TempDir
    Path folder;

    @Test
    void generatesLikeAModelOfItsSize() throws Exception {
        var file = folder.resolve("probe.gguf");
        ProbeFile.write(file);

        long bytes = GgufModel.open(file).quantisation().weightBytes();
        assertTrue(bytes > 300_000_000 && bytes < 500_000_000, bytes + " bytes");
        assertTrue(Files.size(file) - bytes < 100_000);
        var request = GenerationRequest.of(new Prompt(List.of(new Prompt.Tokens(List.of(1, 2)))), ReplyStart.ANSWER)
                .withMaxTokens(3)
                .withIgnoreEnd(true);
        try (var engine = DemoModelChat.engine(LoadRequest.of(file).withGpuLayers(0))) {
            assertEquals(3, hear(engine, request).finished().tokens().generated());
        }
    }
}
