package dev.ponder.models.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.Source;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogTest {

    private static final Catalog CATALOG = Catalog.bundled();
    static final List<CatalogChoice> CHOICES = CATALOG.choices();

    private static JsonSchema schema;

    @BeforeAll
    static void readSchema() throws IOException {
        try (var in = Catalog.class.getResourceAsStream("catalog.schema.json")) {
            schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in);
        }
    }

    @Test
    void theFileKeepsToItsSchema() throws IOException {
        assertEquals(Set.of(), schema.validate(file()));
    }

    /** A schema that lets everything through would prove nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"bytes\": 0}",
                "{\"sha256\": \"abc\"}",
                "{\"sha256\": null}",
                "{\"path\": \"../evil.gguf\"}",
                "{\"path\": \"model.bin\"}",
                "{\"colour\": \"blue\"}"
            })
    void theSchemaRefusesAWrongPart(String change) throws IOException {
        var json = file();
        var part = (ObjectNode) json.at("/models/2/files/0/parts/0");
        part.setAll((ObjectNode) new ObjectMapper().readTree(change));

        assertFalse(schema.validate(json).isEmpty(), part.toString());
    }

    @Test
    void theSchemaRefusesAModelOfWhichNothingIsKnown() throws IOException {
        var json = file();
        var model = (ObjectNode) json.at("/models/2");
        model.remove("architecture");
        ((ArrayNode) model.path("files")).removeAll();

        assertFalse(schema.validate(json).isEmpty());
    }

    private static JsonNode file() throws IOException {
        try (var in = Catalog.class.getResourceAsStream("catalog.json")) {
            return new ObjectMapper().readTree(in);
        }
    }

    @Test
    void holdsTheModelsThatPonderPromises() {
        var ids = CATALOG.models().stream().map(CatalogModel::id).toList();

        assertEquals(
                List.of(
                        "qwen3-0.6b",
                        "qwen3-1.7b",
                        "qwen3-4b",
                        "qwen3-8b",
                        "qwen3-14b",
                        "qwen3-32b",
                        "qwen3-30b-a3b",
                        "qwen3-4b-instruct-2507",
                        "qwen3-4b-thinking-2507",
                        "qwen3-30b-a3b-instruct-2507",
                        "qwen3-30b-a3b-thinking-2507",
                        "qwen3-coder-30b-a3b-instruct",
                        "qwen3-235b-a22b"),
                ids);
    }

    @ParameterizedTest
    @FieldSource("CHOICES")
    void aHashIsThereUnlessTheFileIsSaidToBeUnpinned(CatalogChoice choice) {
        assertEquals(
                choice.file().confidence() != HashConfidence.UNKNOWN,
                choice.file().isPinned());
    }

    /** Weights take most of a file; a wrong digit in a size or a parameter count shows here. */
    @ParameterizedTest
    @FieldSource("CHOICES")
    void sizesAgreeWithParametersAndQuantisation(CatalogChoice choice) {
        var note = CATALOG.quantisation(choice.file().quantisation()).orElseThrow();
        double bits = 8.0 * choice.file().bytes() / choice.model().size().parameters();

        assertEquals(note.bitsPerWeight(), bits, 0.14 * note.bitsPerWeight(), choice.id());
    }

    @Test
    void noTwoFilesShareAHashOrAPlace() {
        var hashes = new HashSet<Sha256>();
        var places = new HashSet<String>();
        for (var choice : CHOICES) {
            for (var part : choice.file().parts()) {
                part.sha256().ifPresent(hash -> assertTrue(hashes.add(hash), choice.id()));
                assertTrue(places.add(choice.file().repository() + "/" + part.path()), choice.id());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "qwen3-4b, qwen3-4b:Q4_K_M",
        "Qwen3-4B, qwen3-4b:Q4_K_M",
        "qwen3-4b:q8_0, qwen3-4b:Q8_0",
        "qwen3-30b-a3b:Q6_K, qwen3-30b-a3b:Q6_K"
    })
    void findsWhatIsTyped(String typed, String id) {
        assertEquals(id, CATALOG.choice(typed).orElseThrow().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"qwen3-5b", "qwen3-4b:Q2_K", "", ":", "qwen3-235b-a22b"})
    void findsNothingWhereThereIsNothing(String typed) {
        assertTrue(CATALOG.choice(typed).isEmpty(), typed);
    }

    @Test
    void searchesByEveryWord() {
        var found =
                CATALOG.search("30b THINKING").stream().map(CatalogModel::id).toList();

        assertTrue(found.contains("qwen3-30b-a3b-thinking-2507"), found.toString());
        assertFalse(found.contains("qwen3-4b-thinking-2507"), found.toString());
    }

    @Test
    void fetchesFromThePinnedCommitFirst() {
        var choice = CATALOG.choice("qwen3-4b:Q4_K_M").orElseThrow();
        var sources = choice.file().sources(choice.file().parts().getFirst());

        assertEquals(
                List.of(
                        "hf:Qwen/Qwen3-4B-GGUF/Qwen3-4B-Q4_K_M.gguf@bc640142c66e1fdd12af0bd68f40445458f3869b",
                        "modelscope:Qwen/Qwen3-4B-GGUF/Qwen3-4B-Q4_K_M.gguf@master"),
                sources.stream().map(Source::toString).toList());
    }

    @Test
    void knowsAFileByItsHash() {
        var hash = new Sha256("7485fe6f11af29433bc51cab58009521f205840f5b4ae3a32fa7f92e8534fdf5");

        assertEquals("qwen3-4b:Q4_K_M", CATALOG.of(hash).orElseThrow().id());
    }

    @Test
    void theLargestIsListedWithWhatItNeeds() {
        var largest = CATALOG.model("qwen3-235b-a22b").orElseThrow();

        assertEquals(140_000_000_000L, largest.needs().orElseThrow());
        assertTrue(largest.files().isEmpty());
    }
}
