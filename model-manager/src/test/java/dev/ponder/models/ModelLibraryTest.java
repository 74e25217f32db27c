package dev.ponder.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelLibraryTest {

    @TempDir
    private Path root;

    private Path folder;
    private Path demo;
    private ModelLibrary library;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createDirectory(root.resolve("models"));
        demo = Files.createFile(root.resolve("qwen3-demo-q8_0.gguf"));
        library = new ModelLibrary(folder, demo);
    }

    @Test
    void findsTheDemoModelByItsId() throws Exception {
        assertEquals(demo, library.resolve("demo"));
        assertEquals(demo, library.resolve("Demo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Qwen3-4B-Q4_K_M", "qwen3-4b-q4_k_m", "Qwen3-4B-Q4_K_M.gguf", "qwen3-4b-q4_k_m.GGUF"})
    void findsAModelOfTheFolderByItsName(String name) throws Exception {
        assertEquals(file("Qwen3-4B-Q4_K_M.gguf"), findAfterAdding("Qwen3-4B-Q4_K_M.gguf", name));
    }

    @Test
    void findsAnyFileByItsPath() throws Exception {
        var anywhere = Files.createFile(root.resolve("model.bin"));
        assertEquals(anywhere, library.resolve(anywhere.toString()));
    }

    @Test
    void aPlainWordIsAnIdBeforeItIsAFileOfTheWorkingDirectory() throws Exception {
        // the working directory of this test holds a folder called src
        var model = Files.createFile(folder.resolve("src.gguf"));
        assertEquals(model, library.resolve("src"));
    }

    @Test
    void prefersTheSameLetterCase() throws Exception {
        var lower = Files.createFile(folder.resolve("tiny.gguf"));
        assumeTrue(Files.notExists(folder.resolve("TINY.gguf")), "a file system that knows letter case");
        Files.createFile(folder.resolve("TINY.gguf"));
        assertEquals(lower, library.resolve("tiny"));
    }

    @Test
    void listsASplitModelOnceByItsFirstPart() throws Exception {
        Files.createFile(folder.resolve("big-00002-of-00002.gguf"));
        var first = Files.createFile(folder.resolve("big-00001-of-00002.gguf"));
        assertEquals(List.of("demo", "big"), ids());
        assertEquals(first, library.resolve("big"));
        assertEquals(first, library.resolve("big-00001-of-00002"));
    }

    @Test
    void aFileNamedLikeTheDemoModelStaysReachable() throws Exception {
        var other = Files.createFile(folder.resolve("demo.gguf"));
        assertEquals(demo, library.resolve("demo"));
        assertEquals(List.of("demo", "demo.gguf"), ids());
        assertEquals(other, library.resolve("demo.gguf"));
    }

    @Test
    void listsOnlyRegularGgufFiles() throws Exception {
        Files.createFile(folder.resolve("notes.txt"));
        Files.createFile(folder.resolve("half.gguf.part"));
        Files.createDirectory(folder.resolve("folder.gguf"));
        Files.createFile(folder.resolve("b.gguf"));
        Files.createFile(folder.resolve("A.GGUF"));
        assertEquals(List.of("demo", "A", "b"), ids());
    }

    @Test
    void refusesASymbolicLinkInTheFolder() throws Exception {
        var outside = Files.createFile(root.resolve("outside.gguf"));
        Files.createSymbolicLink(folder.resolve("link.gguf"), outside);
        assertEquals(List.of("demo"), ids());
        var refusal = assertThrows(UnknownModelException.class, () -> library.resolve("link"));
        assertTrue(refusal.getMessage().contains("symbolic link"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../outside", "..\\outside", "models/../../outside", "..", ".", "", " ", "/", "a\0b", "nothing"})
    void aNameNeverLeadsOutOfTheFolder(String name) throws IOException {
        Files.createFile(root.resolve("outside.gguf"));
        var refusal = assertThrows(UnknownModelException.class, () -> library.resolve(name));
        assertEquals(List.of("demo"), refusal.choices());
    }

    @Test
    void anUnknownIdIsAnsweredWithTheChoices() throws IOException {
        Files.createFile(folder.resolve("Qwen3-4B.gguf"));
        var refusal = assertThrows(UnknownModelException.class, () -> library.resolve("qwen"));
        assertEquals(
                "There is no model “qwen”. Give the path of a GGUF file, or one of: demo, Qwen3-4B.",
                refusal.getMessage());
    }

    @Test
    void aFolderIsAClearError() {
        var refusal = assertThrows(UnknownModelException.class, () -> library.resolve(folder.toString()));
        assertTrue(refusal.getMessage().contains("is a folder, not a model"), refusal.getMessage());
    }

    @Test
    void aMissingFileIsAClearError() {
        var missing = root.resolve("gone.gguf").toString();
        var refusal = assertThrows(UnknownModelException.class, () -> library.resolve(missing));
        assertTrue(refusal.getMessage().startsWith("There is no file “" + missing + "”."), refusal.getMessage());
    }

    @Test
    void aMissingFolderHoldsNothing() throws Exception {
        library = new ModelLibrary(root.resolve("never-made"), demo);
        assertEquals(List.of("demo"), ids());
    }

    @Test
    void anInstallationWithoutTheDemoModelSaysSo() {
        library = new ModelLibrary(folder, null);
        var refusal = assertThrows(UnknownModelException.class, () -> library.resolve("demo"));
        assertEquals(
                "The demo model is missing from this installation. Give the path of a GGUF file; no model is"
                        + " installed.",
                refusal.getMessage());
    }

    private Path findAfterAdding(String fileName, String name) throws Exception {
        Files.createFile(file(fileName));
        return library.resolve(name);
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private List<String> ids() throws IOException {
        return library.models().stream().map(InstalledModel::id).toList();
    }
}
