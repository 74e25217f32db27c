package dev.ponder.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewerStoreTest {

    @TempDir
    private Path folder;

    @Test
    void aNewerStoreIsRefusedAndNotTouched() throws Exception {
        var files = new StoreFiles(folder.resolve("newer"));
        try (var newer = Store.open(files, newer())) {
            Notes.add(newer, "from the future");
        }
        var before = Files.readAllBytes(files.database());
        var times = Files.getLastModifiedTime(files.database());
        var refusal = assertThrows(StoreException.Newer.class, () -> Store.open(files));
        assertEquals(Migrations.ofThisProgram().latest() + 1, refusal.found());
        assertArrayEquals(before, Files.readAllBytes(files.database()));
        assertEquals(times, Files.getLastModifiedTime(files.database()));
        assertEquals("ponder.db", names(files.folder()));
        try (var newer = Store.open(files, newer())) {
            assertEquals("from the future", Notes.all(newer));
        }
    }

    @Test
    void aNewerStoreAfterACrashIsRefusedAndKeepsItsLog() throws Exception {
        var crashed = new StoreFiles(folder.resolve("crashed"));
        Files.createDirectories(crashed.folder());
        var live = new StoreFiles(folder.resolve("live"));
        try (var newer = Store.open(live, newer())) {
            Notes.add(newer, "only in the log");
            Files.copy(live.database(), crashed.database());
            Files.copy(live.log(), crashed.log());
        }
        var before = Files.readAllBytes(crashed.database());
        var log = Files.readAllBytes(crashed.log());
        assertThrows(StoreException.Newer.class, () -> Store.open(crashed));
        assertArrayEquals(before, Files.readAllBytes(crashed.database()));
        assertArrayEquals(log, Files.readAllBytes(crashed.log()));
        try (var newer = Store.open(crashed, newer())) {
            assertEquals("only in the log", Notes.all(newer));
        }
    }

    private static Migrations newer() {
        var scripts = new ArrayList<>(Migrations.ofThisProgram().scripts());
        scripts.add("CREATE TABLE invented_later (text TEXT) STRICT;");
        return new Migrations(scripts);
    }

    private static String names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new))
                    .stream()
                    .collect(Collectors.joining(" "));
        }
    }
}
