package dev.ponder.store;

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
    public static SmallDisk mount(Path folder, int megabytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()),
                "only root may mount a small disk");
        return new SmallDisk(folder);
    }

    @Override
    public void close() throws IOException {
        try {
            if (!succeeds("umount", folder.toString())) {
                throw new IOException("cannot unmount " + folder);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            // a system without the command
            return false;
        }
    }
}
