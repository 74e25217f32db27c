package dev.ponder.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;

/**
 * Folders and files that only their owner may read, where the file system knows owners.
 *
 * <p>A replaced file is either the old or the new one, whole, whatever happens in between: the new content is written
 * to a neighbour, forced to the disk, moved over the old name, and the folder is forced too. Windows and file systems
 * without POSIX permissions get the same without the permissions, which a user's own folder has there by inheritance.
 */
public final class PrivateFiles {

    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");

    private static final int STICKY = 0_1000;

    private PrivateFiles() {}

    /** Creates a folder and its parents; narrows one that is there already, unless it is meant for many users. */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, attributes(folder, FOLDER));
        }
        if (!isSticky(folder)) {
            narrow(folder, FOLDER);
        }
    }

    /** Creates an empty file unless it is there, and narrows it. Its folder exists. */
    public static void createFile(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, FILE));
        } catch (FileAlreadyExistsException _) {
            narrowFile(file);
        }
    }

    /** Takes reading and writing from everybody but the owner. */
    public static void narrowFile(Path file) throws IOException {
        narrow(file, FILE);
    }

    /** Puts new content into a file in one step. */
    public static void replace(Path file, byte[] content) throws IOException {
        var fresh = neighbour(file);
        createFile(fresh);
        try (var out = FileChannel.open(fresh, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        moveOver(fresh, file);
    }

    /** Copies a file to a place of which nobody sees a half; overwrites what was there. */
    public static void copy(Path from, Path to) throws IOException {
        var fresh = neighbour(to);
        try {
            Files.copy(from, fresh, StandardCopyOption.REPLACE_EXISTING);
            narrowFile(fresh);
            force(fresh);
        } catch (IOException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        moveOver(fresh, to);
    }

    /** Moves a finished file over another name in one step and makes that last. */
    public static void moveOver(Path fresh, Path file) throws IOException {
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folderOf(file));
    }

    /** A name that nothing has yet: the wanted one, or that with a number behind it. */
    public static Path unused(Path wanted) {
        var name = wanted;
        for (int number = 2; Files.exists(name, LinkOption.NOFOLLOW_LINKS); number++) {
            name = wanted.resolveSibling(wanted.getFileName() + "-" + number);
        }
        return name;
    }

    /** Waits until a file's content is on the disk. */
    public static void force(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Waits until a folder's entries are on the disk; Windows does that by itself and opens no folder. */
    public static void forceFolder(Path folder) throws IOException {
        if (isPosix(folder)) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** The folder that a file lies in. */
    public static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
    }

    /** Whether a folder is like {@code /tmp}; somebody may name it as the data folder, and others live there. */
    private static boolean isSticky(Path folder) throws IOException {
        return isPosix(folder) && ((int) Files.getAttribute(folder, "unix:mode") & STICKY) != 0;
    }

    private static Path neighbour(Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    private static void narrow(Path path, Set<PosixFilePermission> permissions) throws IOException {
        if (isPosix(path) && !Files.getPosixFilePermissions(path).equals(permissions)) {
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        try {
            return Files.getFileStore(path).supportsFileAttributeView("posix");
        } catch (IOException _) {
            // inside a changed root no mount is known for it; what the system usually has is then the best guess
            return path.getFileSystem().supportedFileAttributeViews().contains("posix");
        }
    }
}
