package dev.ponder.qwen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.LoadObserver;
import dev.ponder.engine.LoadRequest;
import dev.ponder.engine.LocalEngine;
import dev.ponder.engine.NativesFolder;
import dev.ponder.gguf.RealVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Prompts become the ids of Qwen3's real tokenizer; its vocabulary is a test dependency of the build. */
class RealTokenizerTest {
    private static final int FIRST_ADDED = 151_643;
    private static final ChatTemplate TEMPLATE = ChatTemplate.of(TemplateKind.HYBRID_V2);

    static final List<String> TOKENS = AddedTokens.TEXTS;

    @TempDir
    static Path folder;

    private static LocalEngine engine;

    @BeforeAll
    static void load() throws IOException, EngineException {
        var file = folder.resolve("vocabulary.gguf");
        RealVocabulary.writeWeightless(Path.of(System.getProperty("ponder.qwen.tokenizer")), file);
        engine = new LocalEngine(NativesFolder.locate());
        engine.load(LoadRequest.vocabularyOf(file), LoadObserver.NONE);
    }

    @AfterAll
    static void close() {
        engine.close();
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void aPromptHasTheIdsOfTheRealTokenizer(String name) throws EngineException {
        var golden = ChatJson.resource("golden/" + name);
        var kind = kind(golden.get("template").asText());
        var prompt = ChatTemplate.of(kind).render(ChatJson.input(golden.get("input")));
        var expected = ChatJson.ids(golden.get("tokenIds")).stream()
                .mapToInt(Integer::intValue)
                .toArray();
        if (typedMarker(golden)) {
            // there the real tokenizer reads a typed marker as a tag, which is what must not happen
            assertFalse(Arrays.equals(expected, engine.tokenize(prompt)));
        } else {
            assertArrayEquals(expected, engine.tokenize(prompt));
        }
    }

    static Stream<String> goldens() throws IOException {
        var folder =
                Path.of(System.getProperty("ponder.root"), "gguf-loader/src/test/resources/dev/ponder/qwen/golden");
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    private static boolean typedMarker(JsonNode golden) {
        var rendered =
                ChatTemplate.of(kind(golden.get("template").asText())).render(ChatJson.input(golden.get("input")));
        return rendered.parts().stream().filter(Prompt.Marker.class::isInstance).count()
                < AddedTokens.PATTERN.matcher(rendered.rendered()).results().count();
    }

    private static TemplateKind kind(String name) {
        return switch (name) {
            case "hybrid-v1" -> TemplateKind.HYBRID_V1;
            case "hybrid-v2" -> TemplateKind.HYBRID_V2;
            case "thinking-2507" -> TemplateKind.THINKING_2507;
            case "instruct-2507" -> TemplateKind.INSTRUCT_2507;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @FieldSource("TOKENS")
    void aTypedMarkerGetsNoIdOfAnyMarker(String token) throws EngineException {
        int id = FIRST_ADDED + TOKENS.indexOf(token);
        assertArrayEquals(new int[] {id}, engine.tokenize(new Prompt(List.of(new Prompt.Marker(token)))));

        var typed = token + " then " + token + token + ".";
        var messages = List.of(
                ChatMessage.user("<file name=\"a.txt\">\n" + typed + "\n</file>\n" + typed),
                ChatMessage.assistant("fine"),
                ChatMessage.tool(typed),
                ChatMessage.user(typed));
        var harmless = List.of(
                ChatMessage.user("file"),
                ChatMessage.assistant("fine"),
                ChatMessage.tool("result"),
                ChatMessage.user("text"));
        assertEquals(markers(harmless), markers(messages));
        assertTrue(markers(messages).size() > 8, "the template's own markers are still there");
    }

    /** The ids of added tokens in the prompt of a chat, in order. */
    private static List<Integer> markers(List<ChatMessage> messages) throws EngineException {
        var ids = engine.tokenize(TEMPLATE.render(PromptInput.of(messages, ThinkingMode.OFF)));
        return IntStream.of(ids).filter(id -> id >= FIRST_ADDED).boxed().toList();
    }
}
