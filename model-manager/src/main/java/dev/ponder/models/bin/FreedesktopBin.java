package dev.ponder.models.bin;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;

/**
 * The bin of Linux desktops, by version 1.0 of freedesktop.org's trash specification: in the user's home for files of its
 * disk, else at the top of the file's own disk. First the note of where a file came from is made, then the file is moved.
 */
final class FreedesktopBin implements Bin {

    private static final int STICKY = 0_1000;

    private final Path homeTrash;

    private FreedesktopBin(Path homeTrash) {
        this.homeTrash = homeTrash;
    }

    static FreedesktopBin of(Map<String, String> environment, Path home) {
        var data = environment.getOrDefault("XDG_DATA_HOME", "");
        var base = data.startsWith("/") ? Path.of(data) : home.resolve(".local").resolve("share");
        return new FreedesktopBin(base.resolve("Trash"));
    }

    @Override
    public void take(Path file) throws IOException {
        var path = file.toAbsolutePath().normalize();
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("there is no " + path);
        }
        createPrivately(homeTrash);
        if (isOnTheDiskOf(homeTrash, path)) {
            move(path, homeTrash, path);
        } else {
            var top = topOf(path);
            move(path, trashAt(top), top.relativize(path));
        }
    }

    private static void move(Path file, Path trash, Path remembered) throws IOException {
        var files = createPrivately(trash.resolve("files"));
        var infos = createPrivately(trash.resolve("info"));
        var name = Objects.requireNonNull(file.getFileName()).toString();
        for (int number = 1; ; number++) {
            var free = number == 1 ? name : name + "." + number;
            var info = infos.resolve(free + ".trashinfo");
            try {
                Files.writeString(info, note(remembered), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException _) {
                continue;
            }
            try {
                // without replacing: somebody may have left a file there that has no note
                if (Files.exists(files.resolve(free), LinkOption.NOFOLLOW_LINKS)) {
                    Files.delete(info);
                    continue;
                }
                Files.move(file, files.resolve(free), StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (IOException e) {
                Files.deleteIfExists(info);
                throw e;
            }
        }
    }

    private static String note(Path remembered) {
        var now = LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
        return "[Trash Info]\nPath=" + escaped(remembered) + "\nDeletionDate="
                + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(now) + "\n";
    }

    /** Escaped as in a URI, slashes left alone. */
    private static String escaped(Path path) {
        var whole = Path.of("/").resolve(path).toUri();
        var text = URI.create(whole.toString()).getRawPath();
        return path.isAbsolute() ? text : text.substring(1);
    }

    /** {@code .Trash/UID} where an administrator has made a sticky {@code .Trash}, else {@code .Trash-UID}. */
    private Path trashAt(Path top) throws IOException {
        // what this process has made belongs to its user
        var user = String.valueOf(Files.getAttribute(homeTrash, "unix:uid"));
        var common = top.resolve(".Trash");
        boolean usable = Files.isDirectory(common, LinkOption.NOFOLLOW_LINKS)
                && ((int) Files.getAttribute(common, "unix:mode") & STICKY) != 0;
        return createPrivately(usable ? common.resolve(user) : top.resolve(".Trash-" + user));
    }

    private static Path topOf(Path file) throws IOException {
        var top = Objects.requireNonNull(file.getParent());
        while (top.getParent() != null && isOnTheDiskOf(top.getParent(), file)) {
            top = top.getParent();
        }
        return top;
    }

    private static boolean isOnTheDiskOf(Path folder, Path file) throws IOException {
        return Files.getAttribute(folder, "unix:dev")
                .equals(Files.getAttribute(file, "unix:dev", LinkOption.NOFOLLOW_LINKS));
    }

    private static Path createPrivately(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        return folder;
    }
}
