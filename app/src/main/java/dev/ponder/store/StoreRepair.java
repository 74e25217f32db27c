package dev.ponder.store;

import dev.ponder.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Puts another database in the place of the present one while the store is closed. The old files are kept. */
public final class StoreRepair {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);

    private final StoreFiles files;

    /** Repairs of one closed store. */
    public StoreRepair(StoreFiles files) {
        this.files = files;
    }

    /**
     * Puts a backup in place; the backup stays.
     *
     * @return the folder that now holds the files as they were
     * @throws StoreException.Damaged when the backup itself is damaged; nothing was changed
     */
    public Path restore(Backup backup) throws StoreException {
        try {
            if (!StoreCheck.isIntact(backup.file())) {
                throw SqlFailure.damaged(files, new IOException("the backup is damaged: " + backup.file()));
            }
            var fresh = files.database().resolveSibling("ponder.db.restored");
            PrivateFiles.copy(backup.file(), fresh);
            var aside = setAside();
            // only now is there nothing in between: the old file has a second name, its log is out of the way
            PrivateFiles.moveOver(fresh, files.database());
            return aside;
        } catch (IOException e) {
            throw SqlFailure.of(files, e);
        }
    }

    /**
     * Makes room for an empty store, which the next opening creates.
     *
     * @return the folder that now holds the files as they were
     */
    public Path startEmpty() throws StoreException {
        try {
            var aside = setAside();
            Files.deleteIfExists(files.database());
            return aside;
        } catch (IOException e) {
            throw SqlFailure.of(files, e);
        }
    }

    /** Gives the database a second name and moves its log, which must never meet another database. */
    private Path setAside() throws IOException {
        PrivateFiles.createFolder(files.setAside());
        var aside = PrivateFiles.unused(files.setAside()
                .resolve(LocalDateTime.now(ZoneId.systemDefault()).format(TIME)));
        PrivateFiles.createFolder(aside);
        if (Files.exists(files.database())) {
            secondName(files.database(), aside.resolve("ponder.db"));
        }
        if (Files.exists(files.log())) {
            Files.move(files.log(), aside.resolve("ponder.db-wal"));
        }
        Files.deleteIfExists(files.logIndex());
        PrivateFiles.forceFolder(aside);
        return aside;
    }

    private static void secondName(Path file, Path name) throws IOException {
        try {
            Files.createLink(name, file);
        } catch (UnsupportedOperationException | IOException _) {
            // a file system without links
            PrivateFiles.copy(file, name);
        }
    }
}
