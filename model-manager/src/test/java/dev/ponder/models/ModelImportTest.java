package dev.ponder.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.gguf.ModelGenerator;
import dev.ponder.models.ModelImport.Way;
import dev.ponder.models.catalog.Catalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Importing real, small model files. */
class ModelImportTest {

    @TempDir
    private Path root;

    private Path folder;
    private Path file;
    private ModelLibrary library;
    private ModelImport imports;

    @BeforeEach
    void createModel() throws IOException {
        folder = Files.createDirectory(root.resolve("models"));
        file = root.resolve("tiny.gguf");
        ModelGenerator.tiny(file);
        library = new ModelLibrary(folder, null);
        imports = new ModelImport(library, Catalog.bundled());
    }

    @Test
    void aCopyIsTheSameAndTheOriginalStays() throws Exception {
        var imported = imports.run(file, Way.COPY, HashProgress.SILENT);

        assertEquals(folder.resolve("tiny.gguf"), imported);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(imported));
        assertEquals("tiny", library.models().getFirst().id());
        assertEquals(
                FileRecord.Basis.COMPUTED,
                library.record(imported).orElseThrow().basis());
    }

    @Test
    void aMoveLeavesNothingBehind() throws Exception {
        var content = Files.readAllBytes(file);

        var imported = imports.run(file, Way.MOVE, HashProgress.SILENT);

        assertFalse(Files.exists(file));
        assertArrayEquals(content, Files.readAllBytes(imported));
    }

    @Test
    void inPlaceTheFileStaysAndIsUsedFromThere() throws Exception {
        var used = imports.run(file, Way.IN_PLACE, HashProgress.SILENT);

        assertEquals(file.toRealPath(), used);
        assertEquals(List.of(), filesIn(folder));
        var model = library.models().getFirst();
        assertEquals("tiny", model.id());
        assertEquals(new InstalledModel.Origin.Elsewhere(""), model.origin());
        assertEquals(used, library.resolve("tiny"));
    }

    @Test
    void aSplitModelComesWithAllItsParts() throws Exception {
        var parts = ModelGenerator.tinyMoeSplit(root, "split", 3);

        imports.run(parts.getFirst(), Way.COPY, HashProgress.SILENT);

        assertEquals(
                List.of("split-00001-of-00003.gguf", "split-00002-of-00003.gguf", "split-00003-of-00003.gguf"),
                filesIn(folder));
        assertEquals("split", library.models().getFirst().id());
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whatIsNoModelIsRefused(Way way) throws IOException {
        var text = Files.writeString(root.resolve("letter.gguf"), "Dear Sir or Madam");

        var refused = assertThrows(LibraryException.class, () -> imports.run(text, way, HashProgress.SILENT));

        assertEquals(LibraryException.Kind.NOT_A_MODEL, refused.kind());
        assertEquals(List.of(), filesIn(folder));
        assertTrue(Files.exists(text));
    }

    @Test
    void aNameThatIsTakenIsNotOverwritten() throws IOException {
        var there = Files.writeString(folder.resolve("tiny.gguf"), "mine");

        var refused = assertThrows(LibraryException.class, () -> imports.run(file, Way.MOVE, HashProgress.SILENT));

        assertEquals(LibraryException.Kind.NAME_TAKEN, refused.kind());
        assertEquals("mine", Files.readString(there));
        assertTrue(Files.exists(file));
    }

    @Test
    void aNameThatCouldLeadElsewhereIsRefused() throws IOException {
        var odd = Files.move(file, root.resolve("$(reboot).gguf"));

        var refused = assertThrows(LibraryException.class, () -> imports.run(odd, Way.COPY, HashProgress.SILENT));

        assertEquals(LibraryException.Kind.BAD_NAME, refused.kind());
    }

    @Test
    void whatIsStoppedLeavesNoHalf() throws IOException {
        var calls = new ArrayList<Long>();

        var stopped = assertThrows(
                LibraryException.class,
                () -> imports.run(file, Way.COPY, (bytes, of) -> {
                    calls.add(of);
                    return false;
                }));

        assertEquals(LibraryException.Kind.STOPPED, stopped.kind());
        assertEquals(List.of(), filesIn(folder));
        assertEquals(2 * Files.size(file), calls.getFirst(), "it is read, and read back");
    }

    @Test
    void aFolderThatIsGoneIsSaid() throws IOException {
        library.use(root.resolve("gone").resolve("models"));

        var refused = assertThrows(LibraryException.class, () -> imports.run(file, Way.COPY, HashProgress.SILENT));

        assertEquals(LibraryException.Kind.FOLDER_MISSING, refused.kind());
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
