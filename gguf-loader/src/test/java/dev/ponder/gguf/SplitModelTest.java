package dev.ponder.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SplitModelTest {
    @TempDir
    Path folder;

    @Test
    void mergesThePartsIntoOneModel() throws IOException {
        var parts = ModelGenerator.tinyMoeSplit(folder, "moe", 3);
        var whole = folder.resolve("whole.gguf");
        ModelGenerator.tinyMoe(whole);

        var split = GgufModel.open(parts.getFirst());

        assertEquals(parts, split.parts().stream().map(GgufFile::path).toList());
        assertEquals(GgufModel.open(whole).quantisation(), split.quantisation());
        assertEquals(GgufModel.open(whole).architecture(), split.architecture());
        assertEquals(Files.size(parts.get(0)) + Files.size(parts.get(1)) + Files.size(parts.get(2)), split.fileBytes());
    }

    @Test
    void takesAWholeFileForAModelOfOnePart() throws IOException {
        var whole = folder.resolve("whole.gguf");
        ModelGenerator.tiny(whole);

        assertEquals(1, GgufModel.open(whole).parts().size());
    }

    @Test
    void namesTheMissingPart() throws IOException {
        var parts = ModelGenerator.tinyMoeSplit(folder, "moe", 3);
        Files.delete(parts.get(1));

        assertRefuses(
                parts.getFirst(),
                "moe-00001-of-00003.gguf is the first of 3 parts, and beside it moe-00002-of-00003.gguf is missing; "
                        + "download all parts into one folder.");
    }

    @Test
    void namesOnlySomeOfManyMissingParts() throws IOException {
        var parts = ModelGenerator.tinyMoeSplit(folder, "moe", 6);
        for (var part : parts.subList(1, 6)) {
            Files.delete(part);
        }

        assertRefuses(
                parts.getFirst(),
                "moe-00001-of-00006.gguf is the first of 6 parts, and beside it moe-00002-of-00006.gguf, "
                        + "moe-00003-of-00006.gguf, moe-00004-of-00006.gguf and 2 more are missing; "
                        + "download all parts into one folder.");
    }

    @Test
    void pointsFromALaterPartToTheFirst() throws IOException {
        var parts = ModelGenerator.tinyMoeSplit(folder, "moe", 3);

        assertRefuses(
                parts.get(1),
                "moe-00002-of-00003.gguf is part 2 of 3; choose the first part, moe-00001-of-00003.gguf.");
    }

    @Test
    void refusesARenamedPart() throws IOException {
        var parts = ModelGenerator.tinyMoeSplit(folder, "moe", 2);
        var renamed = Files.move(parts.getFirst(), folder.resolve("model.gguf"));

        assertRefuses(
                renamed,
                "model.gguf is part 1 of a model split into 2 files, and its name does not end in -00001-of-00002.gguf; "
                        + "give all parts their names back.");
    }

    @Test
    void refusesPartsInTheWrongOrder() throws IOException {
        var parts = ModelGenerator.tinyMoeSplit(folder, "moe", 3);
        Files.move(parts.get(1), folder.resolve("kept"));
        Files.copy(parts.get(2), parts.get(1));

        assertRefuses(
                parts.getFirst(),
                "moe-00002-of-00003.gguf is not a usable GGUF file: it should be part 2 of 3 and says otherwise; "
                        + "download it again or choose another file.");
    }

    @Test
    void refusesATensorThatIsInTwoParts() throws IOException {
        write("two-00001-of-00002.gguf", 0, 2, "same");
        write("two-00002-of-00002.gguf", 1, 2, "same");

        assertRefuses(
                folder.resolve("two-00001-of-00002.gguf"),
                "two-00002-of-00002.gguf is not a usable GGUF file: its tensor 'same' is in another part too; "
                        + "download it again or choose another file.");
    }

    @Test
    void refusesPartsThatHoldTooFewTensors() throws IOException {
        write("few-00001-of-00002.gguf", 0, 3, "a");
        write("few-00002-of-00002.gguf", 1, 3, "b");

        assertRefuses(
                folder.resolve("few-00001-of-00002.gguf"),
                "few-00001-of-00002.gguf is not a usable GGUF file: all parts together should hold 3 tensors and hold 2; "
                        + "download it again or choose another file.");
    }

    @Test
    void refusesAnAbsurdNumberOfParts() throws IOException {
        new GgufWriter().u32("split.count", 70_000).u32("split.no", 0).write(folder.resolve("many.gguf"));

        assertRefuses(
                folder.resolve("many.gguf"),
                "many.gguf is not a usable GGUF file: it claims to be split into 70000 parts; "
                        + "download it again or choose another file.");
    }

    private void write(String name, int number, int tensors, String... names) throws IOException {
        var writer =
                new GgufWriter().u32("split.no", number).u32("split.count", 2).u32("split.tensors.count", tensors);
        List.of(names).forEach(tensor -> writer.tensor(tensor, TensorType.F32, TensorData.zeros(), 8));
        writer.write(folder.resolve(name));
    }

    private static void assertRefuses(Path file, String message) {
        assertEquals(
                message,
                assertThrows(GgufException.class, () -> GgufModel.open(file)).getMessage());
    }
}
