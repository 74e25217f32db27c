package dev.ponder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskFullTest {

    @TempDir
    private Path folder;

    @Test
    void aFullFileIsToldAsAFullDiskAndCostsNothingThatWasKept() throws Exception {
        try (var store = Store.open(new StoreFiles(folder))) {
            Notes.add(store, "kept");
            limitPages(store, 20);
            assertThrows(StoreException.DiskFull.class, () -> fill(store));
            limitPages(store, 10_000);
            Notes.add(store, "later");
            var words = Notes.all(store);
            assertTrue(words.startsWith("kept ") && words.endsWith(" later"), words.length() + " characters");
        }
    }

    @Test
    void aFullDiskIsToldAndCostsNothingThatWasKept() throws Exception {
        try (var disk = SmallDisk.mount(folder.resolve("disk"), 2)) {
            int kept = 0;
            try (var store = Store.open(new StoreFiles(disk.folder().resolve("data")))) {
                var failure = assertThrows(StoreException.class, () -> fill(store));
                assertEquals(StoreException.DiskFull.class, failure.getClass(), String.valueOf(failure.getCause()));
                kept = Notes.all(store).split(" ").length;
            }
            try (var store = Store.open(new StoreFiles(disk.folder().resolve("data")))) {
                assertEquals(kept, Notes.all(store).split(" ").length);
            }
        }
    }

    @Test
    void aFullDiskAtTheStartIsToldToo() throws Exception {
        try (var disk = SmallDisk.mount(folder.resolve("disk"), 1)) {
            Files.write(disk.folder().resolve("ballast"), new byte[1 << 20]);
            assertThrows(
                    StoreException.DiskFull.class,
                    () -> Store.open(new StoreFiles(disk.folder().resolve("data")))
                            .close());
        }
    }

    @Test
    void aBackupThatDoesNotFitLeavesTheOthersAlone() throws Exception {
        try (var disk = SmallDisk.mount(folder.resolve("disk"), 4);
                var store = Store.open(new StoreFiles(disk.folder().resolve("data")))) {
            store.backUp(LocalDate.of(2026, 4, 1));
            assertThrows(StoreException.DiskFull.class, () -> fill(store));
            assertThrows(StoreException.DiskFull.class, () -> store.backUp(LocalDate.of(2026, 4, 2)));
            assertEquals(1, store.backups().size());
        }
    }

    private static void fill(Store store) throws StoreException {
        for (int i = 0; i < 10_000; i++) {
            Notes.add(store, "w".repeat(2_000));
        }
    }

    private static void limitPages(Store store, int pages) throws StoreException {
        store.write(connection -> Connections.integer(connection, "PRAGMA max_page_count = " + pages));
    }
}
