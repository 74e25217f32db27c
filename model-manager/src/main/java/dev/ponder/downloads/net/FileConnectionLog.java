package dev.ponder.downloads.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A connection log in a file, one line of JSON when a connection begins and one when it ends, so that a killed program's
 * connections are there too. At half of what it may hold it is set aside, and the oldest go, so the newest are always kept and
 * the disk is never filled. Several processes may write to it. Holds no addresses, only hosts and what was fetched.
 */
public final class FileConnectionLog implements ConnectionLog {

    private static final Logger LOG = System.getLogger(FileConnectionLog.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MOST_BYTES = 4_000_000;
    private static final String OLD = ".old-";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path file;
    private final Clock clock;
    private final long mostBytes;

    /** A log in this file, whose folder exists. */
    public FileConnectionLog(Path file) {
        this(file, Clock.systemUTC(), MOST_BYTES);
    }

    FileConnectionLog(Path file, Clock clock, long mostBytes) {
        this.file = file;
        this.clock = clock;
        this.mostBytes = mostBytes;
    }

    @Override
    public Entry open(String host, Purpose purpose, String what) {
        var id = UUID.randomUUID().toString();
        var begun = new Connection(clock.instant(), host, purpose, what, 0, "open", Duration.ZERO);
        write(id, begun);
        return (bytes, outcome) -> {
            var took = Duration.between(begun.when(), clock.instant());
            write(id, new Connection(begun.when(), host, purpose, what, bytes, outcome, took));
        };
    }

    @Override
    public List<Connection> connections() {
        Map<String, Connection> byId = new LinkedHashMap<>();
        try {
            var files = new ArrayList<>(old());
            files.add(file);
            for (var one : files) {
                lines(one).forEach(line -> read(line, byId));
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the connection log cannot be read", e);
        }
        return new ArrayList<>(byId.values()).reversed();
    }

    private synchronized void write(String id, Connection connection) {
        try {
            if (Files.exists(file) && Files.size(file) >= mostBytes / 2) {
                setAside();
            }
            create();
            // not a channel, which the interrupt that stops a download would close before it is noted
            try (var out = new FileOutputStream(file.toFile(), true)) {
                // one write, so that lines of several processes do not mix
                out.write((json(id, connection) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // a full disk must not keep a download from telling so itself
            LOG.log(Level.WARNING, "a connection could not be noted", e);
        }
    }

    /** Readable by its owner only, where the system knows owners. */
    private void create() throws IOException {
        boolean knowsOwners = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        try {
            Files.createFile(file, knowsOwners ? new FileAttribute<?>[] {OWNER_ONLY} : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException _) {
            // as nearly always
        }
    }

    /** Gives the file a name of its own, since another process may do the same at this moment; the oldest go. */
    private void setAside() throws IOException {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + OLD + clock.millis()));
        } catch (NoSuchFileException | FileAlreadyExistsException _) {
            // the other process was first
            return;
        }
        long left = mostBytes / 2;
        for (var old : old().reversed()) {
            left -= Files.size(old);
            if (left < -mostBytes / 2) {
                Files.deleteIfExists(old);
            }
        }
    }

    /** Earlier files, the oldest first. */
    private List<Path> old() throws IOException {
        var prefix = file.getFileName() + OLD;
        var folder = file.toAbsolutePath().getParent();
        try (Stream<Path> files = folder == null || !Files.exists(folder) ? Stream.empty() : Files.list(folder)) {
            return files.filter(one -> one.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (NoSuchFileException _) {
            // nothing was noted yet, or another process has just set it aside
            return List.of();
        }
    }

    private static String json(String id, Connection connection) throws JsonProcessingException {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", id)
                .put("when", connection.when().toString())
                .put("host", connection.host())
                .put("purpose", connection.purpose().name())
                .put("what", connection.what())
                .put("bytes", connection.bytes())
                .put("outcome", connection.outcome())
                .put("millis", connection.took().toMillis());
        return JSON.writeValueAsString(node);
    }

    private static void read(String line, Map<String, Connection> byId) {
        try {
            var node = JSON.readTree(line);
            byId.put(
                    node.required("id").asText(),
                    new Connection(
                            Instant.parse(node.required("when").asText()),
                            node.required("host").asText(),
                            Purpose.valueOf(node.required("purpose").asText()),
                            node.required("what").asText(),
                            node.required("bytes").asLong(),
                            node.required("outcome").asText(),
                            Duration.ofMillis(node.required("millis").asLong())));
        } catch (JsonProcessingException | IllegalArgumentException | java.time.format.DateTimeParseException e) {
            // a line that was cut by a crash; the others still count
            LOG.log(Level.DEBUG, "a line of the connection log is no entry", e);
        }
    }
}
