package dev.ponder.downloads;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk of a few megabytes in memory, where the machine lets one mount it.
 *
 * @param folder where it is mounted
 */
public record SmallDisk(Path folder) implements AutoCloseable {

    /** Mounts one, or skips the test. */
    public static SmallDisk mount(Path folder, long bytes) throws IOException {
        Files.createDirectories(folder);
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=" + bytes, "tmpfs", folder.toString()),
                "only root may mount a small disk");
        return new SmallDisk(folder);
    }

    /** Mounts it anew with another option. */
    public void remount(String option) throws IOException {
        if (!succeeds("mount", "-o", "remount," + option, folder.toString())) {
            throw new IOException("cannot mount " + folder + " with " + option);
        }
    }

    @Override
    public void close() throws IOException {
        if (!succeeds("umount", folder.toString())) {
            throw new IOException("cannot unmount " + folder);
        }
    }

    private static boolean succeeds(String... command) throws IOException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
