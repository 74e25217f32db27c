package dev.ponder.engine;

import static dev.ponder.engine.DemoModelChat.hear;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.gguf.ModelGenerator;
import dev.ponder.qwen.Prompt;
import dev.ponder.qwen.ReplyStart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kinds of model that the demo model is not: mixtures of experts and split files. */
class GeneratedModelsTest {
    private static final GenerationRequest REQUEST = GenerationRequest.of(
                    new Prompt(List.of(new Prompt.Tokens(List.of(40, 41, 42, 43)))), ReplyStart.ANSWER)
            .withMaxTokens(12)
            .withIgnoreEnd(true);

    @TempDir
    Path folder;

    @Test
    void aMixtureOf128ExpertsGenerates() throws Exception {
        var file = folder.resolve("moe.gguf");
        ModelGenerator.tinyMoe(file);
        try (var engine = DemoModelChat.engine(LoadRequest.of(file))) {
            var reply = hear(engine, REQUEST);
            assertEquals(StopReason.LENGTH, reply.finished().reason(), reply.toString());
            assertEquals(12, reply.finished().tokens().generated());
        }
    }

    @Test
    void expertsInMainMemorySayTheSame() throws Exception {
        var file = folder.resolve("moe.gguf");
        ModelGenerator.tinyMoe(file);
        String expected;
        try (var engine = DemoModelChat.engine(LoadRequest.of(file))) {
            expected = hear(engine, REQUEST).answer();
        }
        try (var engine = DemoModelChat.engine(LoadRequest.of(file).withExpertLayersInMemory(1))) {
            assertEquals(expected, hear(engine, REQUEST).answer());
        }
    }

    @Test
    void aSplitModelSaysWhatTheWholeOneSays() throws Exception {
        var whole = folder.resolve("moe.gguf");
        ModelGenerator.tinyMoe(whole);
        var parts = ModelGenerator.tinyMoeSplit(folder, "split", 3);
        String expected;
        try (var engine = DemoModelChat.engine(LoadRequest.of(whole))) {
            expected = hear(engine, REQUEST).answer();
        }
        try (var engine = DemoModelChat.engine(LoadRequest.of(parts.getFirst()))) {
            assertEquals(expected, hear(engine, REQUEST).answer());
        }
    }

    @Test
    void yarnStretchesTheContextAndChangesHowPositionsAreRead() throws Exception {
        var file = folder.resolve("tiny.gguf");
        ModelGenerator.tiny(file);
        String plain;
        try (var engine = DemoModelChat.engine(LoadRequest.of(file).withContextSize(4096))) {
            plain = hear(engine, REQUEST).answer();
        }
        var stretched = LoadRequest.of(file).withYarnFactor(4);
        try (var engine = new LocalEngine(NativesFolder.locate())) {
            var info = engine.load(stretched.withContextSize(131_072), LoadObserver.NONE);
            assertEquals(131_072, info.contextSize());
            assertNotEquals(plain, hear(engine, REQUEST).answer());
        }
    }

    @Test
    void refusesMoreThanYarnReaches() throws Exception {
        var file = folder.resolve("tiny.gguf");
        ModelGenerator.tiny(file);
        var request = LoadRequest.of(file).withYarnFactor(2).withContextSize(65_537);
        var refused = assertThrows(
                EngineException.class, () -> DemoModelChat.engine(request).close());
        assertEquals(EngineError.Code.BAD_REQUEST, refused.code());
        assertTrue(refused.error().message().contains("65536"), refused.error().message());
    }

    @Test
    void aMissingPartIsNamed() throws Exception {
        var parts = ModelGenerator.tinyMoeSplit(folder, "split", 3);
        Files.delete(parts.get(1));
        var refused = assertThrows(
                EngineException.class,
                () -> DemoModelChat.engine(LoadRequest.of(parts.getFirst())).close());
        assertEquals(EngineError.Code.MODEL_REFUSED, refused.code());
        assertTrue(
                refused.error().message().contains(parts.get(1).getFileName().toString()),
                refused.error().message());
    }
}
