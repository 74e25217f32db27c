package dev.ponder.models.bin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class FreedesktopBinTest {

    @TempDir
    private Path home;

    private Path trash;
    private Bin bin;

    @BeforeEach
    void createBin() {
        trash = home.resolve(".local").resolve("share").resolve("Trash");
        bin = Bin.of(Map.of(), "Linux", home);
    }

    @Test
    void aFileLiesInTheBinWithANoteOfWhereItWas() throws IOException {
        var file = Files.writeString(home.resolve("my model ü%.gguf"), "weights");

        bin.take(file);

        assertFalse(Files.exists(file));
        assertEquals("weights", Files.readString(trash.resolve("files").resolve("my model ü%.gguf")));
        var note = Files.readAllLines(trash.resolve("info").resolve("my model ü%.gguf.trashinfo"));
        assertEquals("[Trash Info]", note.get(0));
        assertEquals("Path=" + home.toUri().getRawPath() + "my%20model%20%C3%BC%25.gguf", note.get(1));
        assertTrue(note.get(2).matches("DeletionDate=\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d"), note.get(2));
    }

    @Test
    void twoFilesOfOneNameBothStay() throws IOException {
        bin.take(Files.writeString(home.resolve("a.gguf"), "first"));
        bin.take(Files.writeString(home.resolve("a.gguf"), "second"));

        assertEquals("first", Files.readString(trash.resolve("files").resolve("a.gguf")));
        assertEquals("second", Files.readString(trash.resolve("files").resolve("a.gguf.2")));
        assertTrue(Files.exists(trash.resolve("info").resolve("a.gguf.2.trashinfo")));
    }

    @Test
    void aFileWithoutANoteIsNotOverwritten() throws IOException {
        Files.createDirectories(trash.resolve("files"));
        Files.writeString(trash.resolve("files").resolve("a.gguf"), "somebody's");

        bin.take(Files.writeString(home.resolve("a.gguf"), "mine"));

        assertEquals("somebody's", Files.readString(trash.resolve("files").resolve("a.gguf")));
        assertEquals("mine", Files.readString(trash.resolve("files").resolve("a.gguf.2")));
        assertFalse(Files.exists(trash.resolve("info").resolve("a.gguf.trashinfo")));
    }

    @Test
    void aFileThatIsGoneIsSaid() {
        assertThrows(IOException.class, () -> bin.take(home.resolve("nothing.gguf")));
    }

    @Test
    void theDataFolderOfTheEnvironmentCounts() throws IOException {
        var elsewhere = Files.createDirectory(home.resolve("data"));
        var other = Bin.of(Map.of("XDG_DATA_HOME", elsewhere.toString()), "Linux", home);

        other.take(Files.writeString(home.resolve("a.gguf"), "x"));

        assertTrue(Files.exists(elsewhere.resolve("Trash").resolve("files").resolve("a.gguf")));
    }

    /** Other disks have a bin of their own, so that nothing is copied; here /dev/shm stands for one. */
    @Test
    void anotherDiskHasItsOwnBin() throws IOException {
        var disk = Path.of("/dev/shm");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.isWritable(disk) && !Files.getFileStore(disk).equals(Files.getFileStore(home)));
        var folder = Files.createTempDirectory(disk, "ponder-bin");
        var user = Files.getAttribute(folder, "unix:uid");
        var name = "ponder-" + ProcessHandle.current().pid() + ".gguf";
        var binned = disk.resolve(".Trash-" + user);
        boolean wasThere = Files.exists(binned);
        try {
            bin.take(Files.writeString(folder.resolve(name), "x"));

            assertTrue(Files.exists(binned.resolve("files").resolve(name)));
            assertEquals(
                    "Path=" + disk.relativize(folder).resolve(name),
                    Files.readAllLines(binned.resolve("info").resolve(name + ".trashinfo"))
                            .get(1));
        } finally {
            for (var path : List.of(
                    binned.resolve("files").resolve(name),
                    binned.resolve("info").resolve(name + ".trashinfo"),
                    folder)) {
                Files.deleteIfExists(path);
            }
            if (!wasThere) {
                Files.deleteIfExists(binned.resolve("files"));
                Files.deleteIfExists(binned.resolve("info"));
                Files.deleteIfExists(binned);
            }
        }
    }
}
