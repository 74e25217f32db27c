package dev.ponder.downloads.net;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A connection log in a file, one line of JSON when a connection begins and one when it ends, so that a killed program's
 * connections are there too. At a limit the file becomes the old one, in place of the one before, so the newest are always
 * kept and the disk is never filled. Several processes may write to it. Holds no addresses, only hosts and what was fetched.
 */
public final class FileConnectionLog implements ConnectionLog {

    private static final Logger LOG = System.getLogger(FileConnectionLog.class.getName());
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MOST_BYTES = 2_000_000;

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
        for (var one : List.of(old(), file)) {
            for (var line : lines(one)) {
                read(line, byId);
            }
        }
        return new ArrayList<>(byId.values()).reversed();
    }

    private synchronized void write(String id, Connection connection) {
        try {
            if (Files.exists(file) && Files.size(file) >= mostBytes) {
                Files.move(file, old(), StandardCopyOption.REPLACE_EXISTING);
            }
            try (var channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                // one write, so that lines of several processes do not mix
                channel.write(ByteBuffer.wrap((json(id, connection) + "\n").getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            // a full disk must not keep a download from telling so itself
            LOG.log(Level.WARNING, "a connection could not be noted", e);
        }
    }

    private Path old() {
        return file.resolveSibling(file.getFileName() + ".old");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the connection log cannot be read", e);
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
