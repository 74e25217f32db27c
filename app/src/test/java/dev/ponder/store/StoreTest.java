package dev.ponder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

    @TempDir
    private Path parent;

    @Test
    void keepsWhatWasWritten() throws Exception {
        try (var store = open()) {
            Notes.add(store, "kept");
        }
        try (var store = open()) {
            assertEquals("kept", Notes.all(store));
        }
    }

    @Test
    void nothingOfAFailedTransactionStays() throws Exception {
        try (var store = open()) {
            Notes.add(store, "before");
            assertThrows(
                    StoreException.Failed.class,
                    () -> store.write(connection -> {
                        Notes.add(connection, "half");
                        throw new SQLException("stopped here");
                    }));
            Notes.add(store, "after");
            assertEquals("before after", Notes.all(store));
        }
    }

    @Test
    void whatAProgrammerDidWrongIsRolledBackAndTold() throws Exception {
        try (var store = open()) {
            var told = assertThrows(
                    IllegalStateException.class,
                    () -> store.write(connection -> {
                        Notes.add(connection, "half");
                        throw new IllegalStateException("a mistake");
                    }));
            assertEquals("a mistake", told.getMessage());
            assertEquals("", Notes.all(store));
        }
    }

    @Test
    void readersSeeOneStateWhileSomebodyWrites() throws Exception {
        try (var store = open()) {
            Notes.add(store, "one");
            var seen = store.read(connection -> {
                var before = Notes.all(connection);
                CompletableFuture<Void> written = store.writeLater(other -> {
                    Notes.add(other, "two");
                    return null;
                });
                written.join();
                return before + "|" + Notes.all(connection);
            });
            assertEquals("one|one", seen);
            assertEquals("one two", Notes.all(store));
        }
    }

    @Test
    void aReaderCannotWrite() throws Exception {
        try (var store = open()) {
            assertThrows(
                    StoreException.class,
                    () -> store.read(connection -> {
                        Notes.add(connection, "sneaked in");
                        return null;
                    }));
            assertEquals("", Notes.all(store));
        }
    }

    @Test
    void everyCommitReachesTheDisk() throws Exception {
        try (var store = open()) {
            var found = store.writeLater(connection -> Connections.text(connection, "PRAGMA journal_mode") + " "
                            + Connections.integer(connection, "PRAGMA synchronous") + " "
                            + Connections.integer(connection, "PRAGMA foreign_keys"))
                    .join();
            assertEquals("wal 2 1", found, "2 is FULL");
        }
    }

    @Test
    void onlyTheOwnerCanReadIt() throws Exception {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        try (var store = open()) {
            Notes.add(store, "private");
            store.backUp(LocalDate.of(2026, 1, 1));
            var found = new TreeMap<String, String>();
            try (var files = Files.walk(parent.resolve("data"))) {
                for (Path file : files.toList()) {
                    found.put(
                            parent.relativize(file).toString(),
                            PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
                }
            }
            assertTrue(found.containsKey("data/ponder.db-wal") && found.containsKey("data/backups"), found.toString());
            found.forEach((name, permissions) -> assertEquals(
                    Files.isDirectory(parent.resolve(name)) ? "rwx------" : "rw-------", permissions, name));
        }
    }

    @Test
    void aFolderMayHaveAnyName() throws Exception {
        for (String name : new String[] {"Ünï côdé dir", "what? 100% #1", "a b&c=d;e"}) {
            var files = new StoreFiles(parent.resolve(name));
            try (var store = Store.open(files)) {
                Notes.add(store, "kept");
            }
            try (var store = Store.open(files)) {
                assertEquals("kept", Notes.all(store), name);
            }
            assertTrue(Files.size(files.database()) > 0, name);
        }
    }

    @Test
    void aClosedStoreSaysSo() throws Exception {
        var store = open();
        store.close();
        store.close();
        assertThrows(StoreException.Closed.class, () -> Notes.add(store, "too late"));
        assertThrows(StoreException.Closed.class, () -> Notes.all(store));
    }

    private Store open() throws StoreException {
        return Store.open(new StoreFiles(parent.resolve("data")));
    }
}
