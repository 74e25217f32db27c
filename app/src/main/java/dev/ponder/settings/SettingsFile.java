package dev.ponder.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ponder.files.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The settings and their file. A change is in the file, whole, before {@link #update} returns. Safe for all threads; the
 * file belongs to one process.
 */
public final class SettingsFile {

    /** A subscription; closing it ends it. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd-HHmmss", Locale.ROOT);

    private final Path file;
    private final @Nullable Path corrupt;
    private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
    private ObjectNode content;
    private Settings settings;

    private SettingsFile(Path file, ObjectNode content, @Nullable Path corrupt) {
        this.file = file;
        this.content = content;
        this.corrupt = corrupt;
        this.settings = SettingsJson.read(content);
    }

    /**
     * Reads the settings; a missing file means the default ones. A file that is not readable as settings is renamed to
     * end in {@code .corrupt-} and the time, and the default ones hold.
     *
     * @throws IOException when the file is there and cannot be read at all, or not be renamed
     */
    public static SettingsFile open(Path file) throws IOException {
        if (Files.notExists(file)) {
            return new SettingsFile(file, JSON.createObjectNode(), null);
        }
        try {
            if (JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode content) {
                return new SettingsFile(file, content, null);
            }
        } catch (JsonProcessingException _) {
            // what the file says is nothing to act on; the user is told where it is kept
        }
        var kept = PrivateFiles.unused(file.resolveSibling(file.getFileName() + ".corrupt-"
                + LocalDateTime.now(ZoneId.systemDefault()).format(TIME)));
        Files.move(file, kept);
        return new SettingsFile(file, JSON.createObjectNode(), kept);
    }

    /** Loads what reading takes. */
    public static void prepare() {
        SettingsJson.read(JSON.createObjectNode());
    }

    /** The settings now. */
    public synchronized Settings settings() {
        return settings;
    }

    /** Where an unreadable file is kept that was found at the start. */
    public Optional<Path> corruptFile() {
        return Optional.ofNullable(corrupt);
    }

    /**
     * Changes the settings. Subscribers are told on the caller's thread.
     *
     * @param change makes the new settings of the present ones
     * @throws IOException when the file cannot be replaced; the settings are then as before
     */
    public void update(UnaryOperator<Settings> change) throws IOException {
        Settings changed;
        synchronized (this) {
            changed = change.apply(settings);
            if (changed.equals(settings)) {
                return;
            }
            var next = content.deepCopy();
            SettingsJson.merge(next, SettingsJson.write(settings), SettingsJson.write(changed));
            write(next);
            content = next;
            settings = changed;
        }
        listeners.forEach(listener -> listener.accept(changed));
    }

    /** Tells a listener of every change from now on, on the thread that made it. */
    public Subscription subscribe(Consumer<Settings> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void write(ObjectNode next) throws IOException {
        PrivateFiles.createFolder(PrivateFiles.folderOf(file));
        PrivateFiles.replace(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(next));
    }
}
