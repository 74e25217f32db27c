package dev.ponder.downloads.disk;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Takes room on a disk for a file, so that nobody else can fill it before the bytes come. */
@FunctionalInterface
public interface Reservation {

    /**
     * Gives a file its length and its room.
     *
     * @param file is there
     * @return whether the room is the file's own now; false where the system or the file system cannot do that
     * @throws IOException when there is not enough room, or the file cannot be written
     */
    boolean reserve(Path file, long bytes) throws IOException, InterruptedException;

    /** Only gives the file its length. */
    Reservation NONE = (file, bytes) -> {
        try (var open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(bytes);
        }
        return false;
    };

    /**
     * What this system can do. Windows gives a file its room when it gets its length. Linux does it by {@code fallocate} of
     * util-linux, which needs a file system that can; macOS has no command for it.
     */
    static Reservation ofThisSystem() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return (file, bytes) -> {
                NONE.reserve(file, bytes);
                return true;
            };
        }
        return system.startsWith("linux") ? Reservation::byCommand : NONE;
    }

    private static boolean byCommand(Path file, long bytes) throws IOException, InterruptedException {
        NONE.reserve(file, bytes);
        Process process;
        try {
            process = new ProcessBuilder("fallocate", "--length", String.valueOf(bytes), file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException _) {
            // a system without the command
            return false;
        }
        try {
            return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }
}
