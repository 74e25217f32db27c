package dev.ponder.downloads.work;

import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.disk.DiskFaults;
import dev.ponder.downloads.disk.PartFile;
import dev.ponder.downloads.disk.PartPaths;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The last step of a download, and the deletion of what is no longer needed. */
final class Publication {

    private Publication() {}

    /** Gives a verified part file its length and its name, in such an order that the name never shows less than all. */
    static void publish(PartPaths paths, long size) throws DiskException {
        try (var part = PartFile.open(paths.part())) {
            part.setLength(size);
            part.force();
        }
        requireFree(paths.target());
        try {
            Files.move(paths.part(), paths.target(), StandardCopyOption.ATOMIC_MOVE);
            forceFolder(paths.folder());
        } catch (IOException e) {
            throw DiskFaults.of(paths.target(), e);
        }
        discard(paths);
    }

    /** Deletes what has come of a file, the journal last, so that what is left can always be explained. */
    static void discard(PartPaths paths) throws DiskException {
        try {
            Files.deleteIfExists(paths.other());
            Files.deleteIfExists(paths.part());
            Files.deleteIfExists(paths.journal());
        } catch (IOException e) {
            throw DiskFaults.of(paths.part(), e);
        }
    }

    static void requireFree(Path target) throws DiskException {
        if (Files.isSymbolicLink(target)) {
            throw new DiskException.NameTaken(target, "a symbolic link");
        }
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new DiskException.NameTaken(target, Files.isDirectory(target) ? "a folder" : "another file");
        }
    }

    /** The new name is to survive a power cut; Windows sees to that by itself and opens no folder. */
    private static void forceFolder(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
