package dev.ponder.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    private static final Migrations REAL = Migrations.ofThisProgram();
    /** Steps that a later Ponder could have. */
    private static final List<String> LATER =
            List.of("ALTER TABLE conversations ADD COLUMN mood TEXT NOT NULL DEFAULT 'fine';", """
            CREATE TABLE words (text TEXT NOT NULL UNIQUE) STRICT;
            INSERT INTO words SELECT title || ' is ' || mood FROM conversations;
            """);

    @TempDir
    private Path folder;

    @Test
    void everyFileOfTheFolderIsAStep() throws Exception {
        var resources = Path.of(System.getProperty("ponder.root"), "app/src/main/resources/dev/ponder/store");
        try (Stream<Path> files = Files.list(resources)) {
            assertEquals(
                    Migrations.FILES,
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        for (int step = 1; step <= REAL.latest(); step++) {
            assertTrue(Migrations.FILES.get(step - 1).startsWith("V%03d__".formatted(step)));
        }
    }

    @Test
    void everyOlderVersionIsBroughtUpToDate() throws Exception {
        var all = withLater(LATER.size());
        for (int from = REAL.latest(); from < all.latest(); from++) {
            var files = new StoreFiles(folder.resolve("from-" + from));
            try (var old = Store.open(files, new Migrations(all.scripts().subList(0, from)))) {
                Notes.add(old, "kept");
            }
            try (var store = Store.open(files, all)) {
                assertEquals("kept", Notes.all(store));
                assertEquals(List.of("kept is fine"), words(store));
                assertEquals(all.latest(), version(store));
            }
        }
    }

    @Test
    void aBackupIsMadeBeforeTheSchemaChanges() throws Exception {
        var files = new StoreFiles(folder);
        try (var old = Store.open(files, REAL)) {
            Notes.add(old, "kept");
        }
        try (var store = Store.open(files, withLater(1))) {
            var backup = store.backups().getFirst();
            assertEquals(Backup.Kind.BEFORE_MIGRATION, backup.kind());
            try (var connection = Connections.untouching(backup.file())) {
                assertEquals(REAL.latest(), Connections.integer(connection, "PRAGMA user_version"));
                assertEquals("kept", Notes.all(connection));
            }
        }
    }

    @Test
    void aStepThatFailsHalfWayLeavesTheOldSchema() throws Exception {
        var files = new StoreFiles(folder);
        try (var old = Store.open(files, REAL)) {
            Notes.add(old, "kept");
        }
        var broken = new ArrayList<>(REAL.scripts());
        broken.add("CREATE TABLE half (text TEXT); INSERT INTO nowhere VALUES (1);");
        assertThrows(StoreException.Failed.class, () -> Store.open(files, new Migrations(broken)));
        try (var store = Store.open(files, REAL)) {
            assertEquals("kept", Notes.all(store));
            assertEquals(
                    0,
                    store.<Integer>read(connection ->
                            Connections.integer(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'")));
        }
    }

    @Test
    void aStepThatLeavesDanglingRowsIsUndone() throws Exception {
        var files = new StoreFiles(folder);
        try (var old = Store.open(files, REAL)) {
            Notes.add(old, "kept");
        }
        var broken = new ArrayList<>(REAL.scripts());
        broken.add("UPDATE conversations SET leaf = 77;");
        assertThrows(StoreException.Failed.class, () -> Store.open(files, new Migrations(broken)));
        try (var store = Store.open(files, REAL)) {
            assertEquals(REAL.latest(), version(store));
        }
    }

    private static Migrations withLater(int count) {
        var scripts = new ArrayList<>(REAL.scripts());
        scripts.addAll(LATER.subList(0, count));
        return new Migrations(scripts);
    }

    private static List<String> words(Store store) throws StoreException {
        return store.read(connection -> Sql.all(connection, "SELECT text FROM words", row -> row.getString(1)));
    }

    private static int version(Store store) throws StoreException {
        return store.read(connection -> Connections.integer(connection, "PRAGMA user_version"));
    }
}
