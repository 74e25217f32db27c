package dev.ponder.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamagedStoreTest {

    private static final int WORDS = 300;

    @TempDir
    private Path folder;

    private StoreFiles files;
    private byte[] healthy;

    @BeforeEach
    void fillAStore() throws Exception {
        files = new StoreFiles(folder.resolve("data"));
        try (var store = Store.open(files)) {
            store.write(connection -> {
                for (int i = 0; i < WORDS; i++) {
                    Notes.add(connection, "word-" + i);
                }
                return WORDS;
            });
            store.backUp(LocalDate.of(2026, 3, 1));
        }
        healthy = Files.readAllBytes(files.database());
    }

    @Test
    void aCutFileIsFoundDamagedAndLeftAsItIs() throws Exception {
        for (int length : new int[] {0, 1, 15, 16, 99, 100, 4095, 4096, 8192, healthy.length / 2, healthy.length - 1}) {
            var cut = Arrays.copyOf(healthy, length);
            Files.write(files.database(), cut);
            var damage = assertThrows(StoreException.Damaged.class, () -> Store.open(files), "length " + length);
            assertEquals(LocalDate.of(2026, 3, 1), damage.backup().orElseThrow().day());
            assertArrayEquals(cut, Files.readAllBytes(files.database()));
        }
    }

    @Test
    void overwrittenPagesAreFoundDamagedAndLeftAsTheyAre() throws Exception {
        var random = new Random(11);
        for (int page = 0; page < healthy.length / 4096; page++) {
            var damaged = healthy.clone();
            var noise = new byte[512];
            random.nextBytes(noise);
            System.arraycopy(noise, 0, damaged, page * 4096, noise.length);
            Files.write(files.database(), damaged);
            assertThrows(StoreException.Damaged.class, () -> Store.open(files), "page " + page);
            assertArrayEquals(damaged, Files.readAllBytes(files.database()));
        }
    }

    @Test
    void aFlippedByteNeverEndsInAnythingButAnAnswer() throws Exception {
        var random = new Random(12);
        for (int i = 0; i < 200; i++) {
            var damaged = healthy.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            Files.write(files.database(), damaged);
            try (var store = Store.open(files)) {
                // a letter of a text is nothing that a database can notice
                assertTrue(Notes.all(store).length() > WORDS);
            } catch (StoreException.Damaged | StoreException.Newer _) {
                assertArrayEquals(damaged, Files.readAllBytes(files.database()));
            }
            Files.deleteIfExists(files.log());
        }
    }

    @Test
    void theNewestIntactBackupIsOffered() throws Exception {
        try (var store = Store.open(files)) {
            store.backUp(LocalDate.of(2026, 3, 2));
            store.backUp(LocalDate.of(2026, 3, 3));
        }
        Files.write(files.backups().resolve("ponder-2026-03-03.db"), new byte[5000]);
        Files.write(files.database(), new byte[5000]);
        var damage = assertThrows(StoreException.Damaged.class, () -> Store.open(files));
        assertEquals(LocalDate.of(2026, 3, 2), damage.backup().orElseThrow().day());
    }

    @Test
    void restoringKeepsTheDamagedFiles() throws Exception {
        var damaged = Arrays.copyOf(healthy, healthy.length / 2);
        Files.write(files.database(), damaged);
        Files.write(files.log(), new byte[] {1, 2, 3});
        var damage = assertThrows(StoreException.Damaged.class, () -> Store.open(files));
        var aside = new StoreRepair(files).restore(damage.backup().orElseThrow());
        assertArrayEquals(damaged, Files.readAllBytes(aside.resolve("ponder.db")));
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(aside.resolve("ponder.db-wal")));
        try (var store = Store.open(files)) {
            assertEquals(WORDS, Notes.all(store).split(" ").length);
            assertEquals(1, store.backups().size(), "the backup is still there");
        }
    }

    @Test
    void startingEmptyKeepsTheDamagedFiles() throws Exception {
        var damaged = Arrays.copyOf(healthy, healthy.length / 2);
        Files.write(files.database(), damaged);
        var aside = new StoreRepair(files).startEmpty();
        assertArrayEquals(damaged, Files.readAllBytes(aside.resolve("ponder.db")));
        try (var store = Store.open(files)) {
            assertEquals("", Notes.all(store));
        }
    }

    @Test
    void aDamagedBackupReplacesNothing() throws Exception {
        var bad = files.backups().resolve("ponder-2026-03-04.db");
        Files.write(bad, Arrays.copyOf(healthy, 5000));
        var backup = new Backup(bad, LocalDate.of(2026, 3, 4), Backup.Kind.DAILY, 5000);
        assertThrows(StoreException.Damaged.class, () -> new StoreRepair(files).restore(backup));
        assertArrayEquals(healthy, Files.readAllBytes(files.database()));
        assertFalse(Files.exists(files.setAside()));
    }
}
