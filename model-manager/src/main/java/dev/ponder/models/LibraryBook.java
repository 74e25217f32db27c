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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of the library, in a file: where its folder is, and the hashes of its files. Files of the folder of models are known by their names, so that
 * the folder can move; others by their paths. Safe for all threads; two processes may both change it, and each keeps what the
 * other has written of other files.
 */
public final class LibraryBook {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable Path file;
    private Content content = new Content(Optional.empty(), Map.of());

    /**
     * What the file holds.
     *
     * @param folder of models, where it is not the usual one
     * @param records by their keys, in the order they came
     */
    record Content(Optional<Path> folder, Map<String, FileRecord> records) {
        Content {
            records = Collections.unmodifiableMap(new LinkedHashMap<>(records));
        }
    }

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
        book.content = read(file);
        return book;
    }

    /** The folder of models, where somebody has chosen another than the usual one. */
    synchronized Optional<Path> folder() {
        return content.folder();
    }

    /** Chooses another folder of models. */
    void useFolder(Path folder) throws IOException {
        change(old -> new Content(Optional.of(folder), old.records()));
    }

    /** What is remembered of a file. */
    Optional<FileRecord> record(String key) {
        return Optional.ofNullable(all().get(key));
    }

    /** All records by their keys, in the order they came. */
    synchronized Map<String, FileRecord> all() {
        return content.records();
    }

    /** Remembers a file. */
    void put(String key, FileRecord record) throws IOException {
        changeRecords(records -> records.put(key, record));
    }

    /** Forgets a file. */
    void remove(String key) throws IOException {
        changeRecords(records -> records.remove(key));
    }

    private void changeRecords(Consumer<Map<String, FileRecord>> change) throws IOException {
        change(old -> {
            var records = new LinkedHashMap<>(old.records());
            change.accept(records);
            return new Content(old.folder(), records);
        });
    }

    private synchronized void change(UnaryOperator<Content> change) throws IOException {
        var next = change.apply(file == null ? content : read(file));
        if (file != null) {
            write(file, next);
        }
        content = next;
    }

    private static Content read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Content(Optional.empty(), Map.of());
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

    private static void write(Path file, Content content) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(LibraryJson.write(content)));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
