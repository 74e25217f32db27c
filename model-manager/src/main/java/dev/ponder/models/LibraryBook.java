package dev.ponder.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the files of the library, in a file. Files of the folder of models are known by their names, so that
 * the folder can move; others by their paths. Safe for all threads; two processes may both change it, and each keeps what the
 * other has written of other files.
 */
public final class LibraryBook {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable Path file;
    private Map<String, FileRecord> records = Map.of();

    private LibraryBook(@Nullable Path file) {
        this.file = file;
    }

    /** A book that is forgotten with the process. */
    public static LibraryBook inMemory() {
        return new LibraryBook(null);
    }

    /**
     * The book of a file; a missing one is an empty book.
     *
     * @throws IOException if it is there and cannot be read or understood; the message says which file to put aside
     */
    public static LibraryBook open(Path file) throws IOException {
        var book = new LibraryBook(file);
        book.records = read(file);
        return book;
    }

    /** What is remembered of a file. */
    Optional<FileRecord> record(String key) {
        return Optional.ofNullable(all().get(key));
    }

    /** All records by their keys, in the order they came. */
    synchronized Map<String, FileRecord> all() {
        return records;
    }

    /** Remembers a file. */
    void put(String key, FileRecord record) throws IOException {
        change(all -> {
            all.put(key, record);
            return all;
        });
    }

    /** Forgets a file. */
    void remove(String key) throws IOException {
        change(all -> {
            all.remove(key);
            return all;
        });
    }

    private synchronized void change(UnaryOperator<Map<String, FileRecord>> change) throws IOException {
        var next = change.apply(new LinkedHashMap<>(file == null ? records : read(file)));
        if (file != null) {
            write(file, next);
        }
        records = Collections.unmodifiableMap(next);
    }

    private static Map<String, FileRecord> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            return LibraryJson.read(JSON.readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException | IllegalArgumentException | java.time.DateTimeException e) {
            throw new IOException(
                    "What Ponder remembers of models is damaged. Put the file " + file
                            + " aside; models are then verified anew.",
                    e);
        }
    }

    private static void write(Path file, Map<String, FileRecord> records) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(LibraryJson.write(records)));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
