package dev.ponder.models;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.downloads.Sha256;
import dev.ponder.gguf.ModelGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryBookTest {

    private static final Sha256 HASH = new Sha256("ab".repeat(32));

    @TempDir
    private Path root;

    private Path folder;
    private Path book;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createDirectory(root.resolve("models"));
        book = root.resolve("library.json");
    }

    @Test
    void remembersFilesBeyondTheProcess() throws IOException {
        var file = Files.writeString(folder.resolve("a.gguf"), "x");
        var record = FileRecord.of(file, HASH, FileRecord.Basis.SERVER, Optional.of("hf:o/r/a.gguf@main"));
        library(folder).remember(file, record);

        assertEquals(record, library(folder).record(file).orElseThrow());
    }

    /** Its files keep their hashes when the folder moves to another disk. */
    @Test
    void filesOfTheFolderAreKnownByTheirNames() throws IOException {
        var file = Files.writeString(folder.resolve("a.gguf"), "x");
        var record = FileRecord.of(file, HASH, FileRecord.Basis.CATALOG, Optional.empty());
        var library = library(folder);
        library.remember(file, record);
        var moved = Files.move(folder, root.resolve("other disk"));

        library.use(moved);

        assertEquals(record, library.record(moved.resolve("a.gguf")).orElseThrow());
        assertTrue(record.looksLike(moved.resolve("a.gguf")));
        assertEquals("a", library.models().getFirst().id());
    }

    @Test
    void twoProcessesKeepWhatTheOtherHasWritten() throws IOException {
        var first = library(folder);
        var second = library(folder);
        var a = Files.writeString(folder.resolve("a.gguf"), "x");
        var b = Files.writeString(folder.resolve("b.gguf"), "y");
        first.remember(a, FileRecord.of(a, HASH, FileRecord.Basis.CATALOG, Optional.empty()));
        second.remember(b, FileRecord.of(b, HASH, FileRecord.Basis.CATALOG, Optional.empty()));

        var later = library(folder);

        assertTrue(later.record(a).isPresent());
        assertTrue(later.record(b).isPresent());
    }

    @Test
    void aDamagedBookIsNamedAndLeftAlone() throws IOException {
        Files.writeString(book, "{\"files\": [{\"file\": 3}]}");

        var refused = assertThrows(IOException.class, () -> LibraryBook.open(book));

        assertTrue(refused.getMessage().contains(book.toString()), refused.getMessage());
        assertEquals("{\"files\": [{\"file\": 3}]}", Files.readString(book));
    }

    @Test
    void aFolderOnADiskThatIsNotConnectedIsEmptyAndSaysSo() throws IOException {
        var library = library(root.resolve("gone").resolve("models"));

        assertEquals(0, library.models().size());
        var refused = assertThrows(LibraryException.class, library::requireFolder);
        assertEquals(LibraryException.Kind.FOLDER_MISSING, refused.kind());
    }

    @Test
    void anotherFolderIsUsedAfterARestart() throws Exception {
        var other = Files.createDirectory(root.resolve("other disk"));
        library(folder).use(other);

        assertEquals(other, library(folder).folder());
    }

    @Test
    void theFolderMovesWithItsModels() throws Exception {
        var file = folder.resolve("tiny.gguf");
        ModelGenerator.tiny(file);
        var content = Files.readAllBytes(file);
        var other = Files.createDirectory(root.resolve("other disk"));
        var library = library(folder);

        new FolderMove(library).run(other, HashProgress.SILENT);

        assertArrayEquals(content, Files.readAllBytes(other.resolve("tiny.gguf")));
        assertFalse(Files.exists(file));
        assertEquals(other.resolve("tiny.gguf"), library.resolve("tiny"));
    }

    @Test
    void aStoppedMoveKeepsTheOldFolder() throws Exception {
        ModelGenerator.tiny(folder.resolve("a.gguf"));
        ModelGenerator.tiny(folder.resolve("b.gguf"));
        var other = Files.createDirectory(root.resolve("other disk"));
        var library = library(folder);
        long all = 4 * Files.size(folder.resolve("a.gguf"));

        assertThrows(LibraryException.class, () -> new FolderMove(library).run(other, (bytes, _) -> bytes < all / 3));
        assertEquals(folder, library.folder());

        new FolderMove(library).run(other, HashProgress.SILENT);
        assertEquals(other.resolve("a.gguf"), library.resolve("a"));
        assertEquals(other.resolve("b.gguf"), library.resolve("b"));
    }

    @Test
    void aFolderIsMadeWhereItsParentIs() throws Exception {
        var library = library(root.resolve("new"));

        assertTrue(Files.isDirectory(library.requireFolder()));
    }

    private ModelLibrary library(Path where) throws IOException {
        return new ModelLibrary(where, null, LibraryBook.open(book));
    }
}
