package dev.ponder.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GgufFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void readsVersion(int version) throws IOException {
        var file = write(new GgufWriter().version(version).text("general.name", "Zoë"));

        assertEquals(version, file.version());
        assertEquals(Optional.of("Zoë"), file.metadata().text("general.name"));
    }

    @ParameterizedTest
    @EnumSource(
            value = GgufType.class,
            names = {"INT8", "INT16", "INT32", "INT64"})
    void readsTheLeastNumberOfEachSignedType(GgufType type) throws IOException {
        var least = -1L << (type.bytes() * Byte.SIZE - 1);

        var metadata = write(new GgufWriter().put("number", new GgufValue.Whole(least, type)))
                .metadata();

        assertEquals(least, metadata.whole("number").orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(
            value = GgufType.class,
            names = {"UINT8", "UINT16", "UINT32"})
    void readsTheLargestNumberOfEachUnsignedType(GgufType type) throws IOException {
        var largest = (1L << (type.bytes() * Byte.SIZE)) - 1;

        var metadata = write(new GgufWriter().put("number", new GgufValue.Whole(largest, type)))
                .metadata();

        assertEquals(largest, metadata.whole("number").orElseThrow());
    }

    @Test
    void showsTheLargestUnsignedNumberAndRefusesToCountWithIt() throws IOException {
        var metadata = write(new GgufWriter().put("number", new GgufValue.Whole(-1, GgufType.UINT64)))
                .metadata();

        assertEquals(
                "18446744073709551615", metadata.value("number").orElseThrow().toString());
        assertThrows(GgufException.class, () -> metadata.whole("number"));
    }

    @Test
    void readsFractionsAndTruthValues() throws IOException {
        var metadata = write(new GgufWriter()
                        .f32("single", 0.5)
                        .put("double", new GgufValue.Real(0.1, GgufType.FLOAT64))
                        .flag("yes", true)
                        .flag("no", false))
                .metadata();

        assertEquals(0.5, metadata.number("single").orElseThrow());
        assertEquals(0.1, metadata.number("double").orElseThrow());
        assertEquals(Optional.of(true), metadata.flag("yes"));
        assertEquals(Optional.of(false), metadata.flag("no"));
    }

    @Test
    void takesAWholeNumberWhereAFractionWouldDo() throws IOException {
        assertEquals(
                7,
                write(new GgufWriter().u32("number", 7))
                        .metadata()
                        .number("number")
                        .orElseThrow());
    }

    @Test
    void keepsShortArraysAndArraysInsideThem() throws IOException {
        var pair = array(GgufType.STRING, new GgufValue.Text("a"), new GgufValue.Text("b"));
        var nested = array(GgufType.ARRAY, pair, array(GgufType.STRING));

        var metadata = write(new GgufWriter().put("nested", nested)).metadata();

        assertEquals("[[a, b], []]", metadata.array("nested").orElseThrow().toString());
    }

    @Test
    void answersEmptyForMissingKeys() throws IOException {
        var metadata = write(new GgufWriter()).metadata();

        assertTrue(metadata.text("x").isEmpty());
        assertTrue(metadata.whole("x").isEmpty());
        assertTrue(metadata.number("x").isEmpty());
        assertTrue(metadata.flag("x").isEmpty());
        assertTrue(metadata.array("x").isEmpty());
        assertTrue(metadata.value("x").isEmpty());
        assertTrue(metadata.wholes("x").isEmpty());
    }

    @Test
    void namesTheKeyThatHoldsAnotherKindOfValue() throws IOException {
        var metadata = write(new GgufWriter().text("word", "seven").texts("words", List.of("seven")))
                .metadata();

        var refused = assertThrows(GgufException.class, () -> metadata.whole("word"));
        assertEquals(
                "model.gguf is not a usable GGUF file: its key 'word' holds text where a whole number should be; "
                        + "download it again or choose another file.",
                refused.getMessage());
        assertThrows(GgufException.class, () -> metadata.number("word"));
        assertThrows(GgufException.class, () -> metadata.flag("word"));
        assertThrows(GgufException.class, () -> metadata.array("word"));
        assertThrows(GgufException.class, () -> metadata.text("words"));
        assertThrows(GgufException.class, () -> metadata.wholes("words"));
    }

    @Test
    void leavesLongArraysInTheFileAndStreamsThem() throws IOException {
        var words = IntStream.range(0, 5000).mapToObj(i -> "word " + i).toList();
        var file = write(new GgufWriter()
                .texts("words", words)
                .i32s("numbers", IntStream.range(0, 5000).map(i -> -i)));
        var found = new ArrayList<String>();
        var numbers = LongStream.builder();

        file.forEachString("words", found::add);
        file.forEachWhole("numbers", numbers::add);

        assertEquals(words, found);
        assertEquals(-12_497_500, numbers.build().sum());
        assertFalse(file.metadata().array("words").orElseThrow().isKept());
    }

    @Test
    void refusesToStreamWhatIsNoListOfTexts() throws IOException {
        var file = write(new GgufWriter().i32s("numbers", IntStream.of(1)).texts("words", List.of("a")));

        assertThrows(GgufException.class, () -> file.forEachString("numbers", text -> {}));
        assertThrows(GgufException.class, () -> file.forEachString("missing", text -> {}));
        assertThrows(GgufException.class, () -> file.forEachWhole("words", number -> {}));
    }

    @Test
    void readsTextsLongerThanItsBuffer() throws IOException {
        var template = "{{ message }} ".repeat(10_000);

        var file = write(new GgufWriter().text("template", template).text("after", "it"));

        assertEquals(Optional.of(template), file.metadata().text("template"));
        assertEquals(Optional.of("it"), file.metadata().text("after"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 4096})
    void placesTensorsByTheAlignment(int alignment) throws IOException {
        var file = write(new GgufWriter()
                .alignment(alignment)
                .tensor("a", TensorType.F32, TensorData.constant(1), 3)
                .tensor("b", TensorType.Q8_0, TensorData.randomQ8(1, 1), 64, 2));

        var second = file.tensors().getLast();
        assertEquals(alignment, file.alignment());
        assertEquals(0, second.offset() % alignment);
        assertEquals(List.of(64L, 2L), second.dimensions());
        assertEquals(128, second.elements());
        assertEquals(136, second.bytes());
        assertTrue(second.offset() + second.bytes() <= Files.size(file.path()));
    }

    @Test
    void readsTheDemoModel() throws IOException {
        var model = GgufModel.open(TestModels.demo());
        var architecture = model.architecture();
        var vocabulary = model.vocabulary();

        assertEquals(9_633_984, model.fileBytes());
        assertEquals(8_919_552, model.quantisation().parameters());
        assertEquals("Q8_0", model.quantisation().label());
        assertEquals("qwen3", architecture.name());
        assertEquals(10, architecture.layers());
        assertEquals(4096, architecture.contextLength());
        assertEquals(64, architecture.attention().keyLength());
        assertTrue(architecture.tiedEmbeddings());
        assertEquals(4096, vocabulary.size());
        assertEquals("qwen2", vocabulary.preTokenizer());
        assertEquals(4072, vocabulary.eos().orElseThrow());
        assertTrue(vocabulary.chatTemplate().orElseThrow().contains("enable_thinking"));
    }

    private GgufFile write(GgufWriter writer) throws IOException {
        var path = folder.resolve("model.gguf");
        writer.write(path);
        return GgufFile.read(path);
    }

    private static GgufValue.Array array(GgufType type, GgufValue... items) {
        return new GgufValue.Array(type, items.length, 0, List.of(items));
    }
}
