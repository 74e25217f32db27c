package dev.ponder.ui;

import dev.ponder.app.PonderPaths;
import dev.ponder.store.Backup;
import dev.ponder.store.StoreException;
import dev.ponder.store.StoreFiles;
import dev.ponder.store.StoreRepair;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** What is done to the data folder between the end of one run and the beginning of the next, when no file is open. */
final class DataReplacement {
    private static final System.Logger LOG = System.getLogger(DataReplacement.class.getName());

    private DataReplacement() {}

    /** Puts a backup in the place of the conversations; those are kept aside. */
    static void restore(PonderPaths paths, Backup backup) {
        try {
            new StoreRepair(new StoreFiles(paths.data())).restore(backup);
        } catch (StoreException e) {
            LOG.log(System.Logger.Level.ERROR, "the backup could not be put in place; nothing was changed", e);
        }
    }

    /** Deletes a folder's content except one folder in it. Links are deleted, not followed. */
    static void deleteAllBut(Path kept, Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path entered, BasicFileAttributes attributes) {
                    return entered.equals(kept) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(
                        Path left, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    if (!left.equals(folder)) {
                        Files.delete(left);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "not everything could be deleted", e);
        }
    }
}
