package dev.ponder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 2, 25);

    @TempDir
    private Path folder;

    private StoreFiles files;

    @BeforeEach
    void setUp() {
        files = new StoreFiles(folder);
    }

    @Test
    void oneBackupADay() throws Exception {
        try (var store = Store.open(files)) {
            Notes.add(store, "morning");
            assertTrue(store.backUp(FIRST).isPresent());
            Notes.add(store, "evening");
            assertTrue(store.backUp(FIRST).isEmpty());
            assertEquals(1, store.backups().size());
        }
    }

    @Test
    void theLastSevenDaysAreKept() throws Exception {
        try (var store = Store.open(files)) {
            for (int day = 0; day < 12; day++) {
                store.backUp(FIRST.plusDays(day));
            }
            assertEquals(
                    IntStream.range(5, 12).mapToObj(FIRST::plusDays).toList().reversed(),
                    store.backups().stream().map(Backup::day).toList());
        }
    }

    @Test
    void theOnlyIntactBackupIsNeverRotatedAway() throws Exception {
        try (var store = Store.open(files)) {
            Notes.add(store, "precious");
            store.backUp(FIRST);
            for (int day = 1; day < 7; day++) {
                Files.write(files.backups().resolve("ponder-" + FIRST.plusDays(day) + ".db"), new byte[100]);
            }
            store.backUp(FIRST.plusDays(7));
            Files.write(files.backups().resolve("ponder-" + FIRST.plusDays(7) + ".db"), new byte[100]);
            Files.write(files.backups().resolve("ponder-" + FIRST.plusDays(8) + ".db"), new byte[100]);
        }
        assertEquals(
                FIRST.plusDays(1),
                new BackupFolder(files.backups()).list().getLast().day());
    }

    @Test
    void aBackupHoldsWhatWasThereOnItsDay() throws Exception {
        Backup backup;
        try (var store = Store.open(files)) {
            Notes.add(store, "monday");
            backup = store.backUp(FIRST).orElseThrow();
            Notes.add(store, "tuesday");
        }
        new StoreRepair(files).restore(backup);
        try (var store = Store.open(files)) {
            assertEquals("monday", Notes.all(store));
        }
    }

    @Test
    void whatABackupLeftHalfDoneIsNoBackup() throws Exception {
        try (var store = Store.open(files)) {
            store.backUp(FIRST);
            Files.write(files.backups().resolve("ponder-2026-03-09.db.new"), new byte[10]);
            Files.write(files.backups().resolve("notes.txt"), new byte[10]);
            assertEquals(1, store.backups().size());
        }
    }
}
