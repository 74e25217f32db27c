package dev.ponder.engine.host;

import dev.ponder.engine.LoadRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which model files gave trouble with how many GPU layers, for a week: a driver may have been mended by then. A
 * file that changes, or another number of layers asked for, starts afresh. Safe for several threads; two processes that
 * share a folder may overwrite each other's last entry, which costs one more failed attempt.
 */
public final class FailureMemory {
    private static final String FILE = "engine-failures.txt";
    private static final Duration KEPT = Duration.ofDays(7);
    private static final System.Logger LOG = System.getLogger(FailureMemory.class.getName());

    /**
     * What is remembered of a file.
     *
     * @param layers layers it works with, as far as known
     * @param hopeless whether it ended the engine however it was loaded
     * @param millis when, since 1970
     */
    record Entry(int layers, boolean hopeless, long millis) {

        static Optional<Entry> parse(String text) {
            var fields = text.split(" ", -1);
            try {
                return fields.length != 3
                        ? Optional.empty()
                        : Optional.of(new Entry(
                                Integer.parseInt(fields[0]),
                                Boolean.parseBoolean(fields[1]),
                                Long.parseLong(fields[2])));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return layers + " " + hopeless + " " + millis;
        }
    }

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final @Nullable Path folder;
    private final Clock clock;

    private FailureMemory(@Nullable Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** A memory that lasts as long as this object. */
    public static FailureMemory untilExit() {
        return new FailureMemory(null, Clock.systemUTC());
    }

    /** A memory kept in a small file of a folder, which need not exist yet. An unreadable file counts as empty. */
    public static FailureMemory in(Path folder) {
        return in(folder, Clock.systemUTC());
    }

    static FailureMemory in(Path folder, Clock clock) {
        var memory = new FailureMemory(folder, clock);
        memory.read(folder.resolve(FILE));
        return memory;
    }

    /** The layers to begin with, where more of them are known to fail. */
    OptionalInt layers(LoadRequest request) {
        return entry(request).map(Entry::layers).map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    /** Whether the file is known to end the engine. */
    boolean isHopeless(LoadRequest request) {
        return entry(request).filter(Entry::hopeless).isPresent();
    }

    /** More layers than these fail. */
    void steppedDown(LoadRequest asked, int layers) {
        put(asked, layers, false);
    }

    /** Nothing was left to try. */
    void gaveUp(LoadRequest asked) {
        put(asked, layers(asked).orElse(asked.gpuLayers()), true);
    }

    /** It works after all. */
    void worked(LoadRequest asked) {
        entry(asked).filter(Entry::hopeless).ifPresent(entry -> put(asked, entry.layers(), false));
    }

    private Optional<Entry> entry(LoadRequest request) {
        return Optional.ofNullable(entries.get(key(request))).filter(this::isFresh);
    }

    private boolean isFresh(Entry entry) {
        return clock.millis() - entry.millis() < KEPT.toMillis();
    }

    private void put(LoadRequest asked, int layers, boolean hopeless) {
        entries.put(key(asked), new Entry(layers, hopeless, clock.millis()));
        if (folder != null) {
            write(folder);
        }
    }

    /** The file by path, size and time of change, and the layers asked for. */
    private static String key(LoadRequest request) {
        var file = request.model().toAbsolutePath().normalize();
        try {
            return request.gpuLayers() + " " + Files.size(file) + " "
                    + Files.getLastModifiedTime(file).toMillis() + " " + file;
        } catch (IOException e) {
            // a file that cannot be looked at cannot be loaded either; its key only has to exist
            return request.gpuLayers() + " ? ? " + file;
        }
    }

    private void read(Path file) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            for (var line : Files.readAllLines(file)) {
                int end = line.indexOf('\t');
                if (end > 0) {
                    Entry.parse(line.substring(0, end))
                            .filter(this::isFresh)
                            .ifPresent(entry -> entries.put(line.substring(end + 1), entry));
                }
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the engine's failures so far cannot be read", e);
        }
    }

    private synchronized void write(Path target) {
        var lines = entries.entrySet().stream()
                .filter(entry -> isFresh(entry.getValue()))
                .filter(entry -> !entry.getKey().contains("\n"))
                .map(entry -> entry.getValue() + "\t" + entry.getKey())
                .sorted()
                .collect(Collectors.toList());
        try {
            Files.createDirectories(target);
            var next = Files.createTempFile(target, FILE, ".new");
            Files.write(next, lines);
            // in one step: a reader sees the old file or the new one, never half of it
            Files.move(next, target.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "the engine's failures cannot be remembered", e);
        }
    }
}
