package dev.ponder.app.log;

import dev.ponder.files.PrivateFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A text file that starts anew when it is large: {@code ponder.log}, before it {@code ponder.1.log} and so on. Guarded
 * by its owner.
 */
final class RotatingFile implements AutoCloseable {

    /** Bytes after which the next file begins. */
    static final long LARGEST = 1 << 20;
    /** Files kept beside the current one. */
    static final int KEPT = 4;

    private final Path folder;
    private @Nullable Writer out;
    private long size;

    RotatingFile(Path folder) throws IOException {
        this.folder = folder;
        PrivateFiles.createFolder(folder);
        open();
    }

    /** Writes a line and pushes it to the file. A log that cannot be written stays quiet: there is no other to tell. */
    void add(String line) {
        try {
            if (size > LARGEST) {
                rotate();
            }
            if (out != null) {
                out.write(line);
                out.write('\n');
                out.flush();
                size += line.length() + 1L;
            }
        } catch (IOException _) {
            // on a full disk the program goes on; the store tells the user about the disk
            size = LARGEST;
        }
    }

    private void rotate() throws IOException {
        close();
        for (int number = KEPT; number > 0; number--) {
            var older = number == 1 ? current() : folder.resolve("ponder." + (number - 1) + ".log");
            if (Files.exists(older)) {
                Files.move(older, folder.resolve("ponder." + number + ".log"), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        open();
    }

    private void open() throws IOException {
        PrivateFiles.createFile(current());
        size = Files.size(current());
        out = Files.newBufferedWriter(current(), StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }

    private Path current() {
        return folder.resolve("ponder.log");
    }

    @Override
    public void close() {
        try {
            if (out != null) {
                out.close();
            }
        } catch (IOException _) {
            // every line was flushed before; what is lost is a line that could not be written
            size = 0;
        } finally {
            out = null;
        }
    }
}
