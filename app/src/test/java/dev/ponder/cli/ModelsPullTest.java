package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ponder.gguf.ModelGenerator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ponder models pull} from a server on loopback that the variables name. */
class ModelsPullTest {

    @TempDir
    private Path folder;

    private byte[] content;
    private String hash;
    private HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private CommandRun command;

    @BeforeEach
    void startServer() throws Exception {
        var model = folder.resolve("tiny.bin");
        ModelGenerator.tiny(model);
        content = Files.readAllBytes(model);
        hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Files.createDirectory(folder.resolve("data"));
        command = run();
    }

    private CommandRun run() {
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        return CommandRun.of(new FakeEngine())
                .data(folder.resolve("data"))
                .environment(Map.of("PONDER_HF_ENDPOINT", address, "PONDER_MODELSCOPE_ENDPOINT", address));
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            if (path.contains("missing")) {
                exchange.getResponseHeaders().add("X-Error-Code", "EntryNotFound");
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            if (path.contains("/tree/")) {
                var listing =
                        "[{\"type\":\"file\",\"path\":\"tiny.gguf\",\"size\":%d,\"lfs\":{\"oid\":\"%s\",\"size\":%d}}]"
                                .formatted(content.length, hash, content.length)
                                .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, listing.length);
                exchange.getResponseBody().write(listing);
                return;
            }
            exchange.getResponseHeaders().add("X-Linked-ETag", "\"" + hash + "\"");
            exchange.getResponseHeaders().add("X-Linked-Size", String.valueOf(content.length));
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Test
    void bringsAFileOfARepository() throws IOException {
        assertEquals(0, command.run("models", "pull", "hf:owner/repo/tiny.gguf@main"), command.err());

        var file = folder.resolve("data").resolve("models").resolve("tiny.gguf");
        assertEquals(file + "\n", command.out());
        assertArrayEquals(content, Files.readAllBytes(file));
        assertTrue(command.err().contains("from the server, not pinned: " + hash), command.err());
        var list = run();
        assertEquals(0, list.run("models", "list"));
        assertTrue(list.out().contains("tiny  0 MB, verified by the server's hash, not pinned\n"), list.out());
    }

    @Test
    void printsLinesOfJsonAndOneResult() throws Exception {
        assertEquals(0, command.run("models", "pull", "hf:owner/repo/tiny.gguf", "--json"), command.err());

        var lines = new ArrayList<com.fasterxml.jackson.databind.JsonNode>();
        for (var line : command.lines()) {
            lines.add(Json.MAPPER.readTree(line));
        }
        var done = lines.removeLast();
        assertEquals("done", done.path("type").asText());
        assertEquals(
                folder.resolve("data/models/tiny.gguf").toString(),
                done.path("path").asText());
        assertEquals(hash, done.path("sha256").asText());
        assertFalse(lines.isEmpty());
        assertTrue(lines.stream().allMatch(line -> line.path("type").asText().equals("progress")), command.out());
    }

    @Test
    void asksModelScopeForWhatItNames() {
        assertEquals(0, command.run("models", "pull", "modelscope:owner/repo/tiny.gguf"), command.err());

        assertTrue(
                asked.stream().anyMatch(path -> path.startsWith("/models/owner/repo/resolve/master/")),
                asked.toString());
    }

    /** The catalog's hash is not what this server sends, and so the file never appears. */
    @Test
    void aFileOfTheCatalogWithAnotherHashIsNotAccepted() {
        assertEquals(1, command.run("models", "pull", "qwen3-0.6b:Q8_0"));

        assertFalse(Files.exists(folder.resolve("data/models/Qwen3-0.6B-Q8_0.gguf")));
        assertTrue(command.err().endsWith(".\n"), command.err());
    }

    @Test
    void whatIsMissingIsSaid() {
        assertEquals(1, command.run("models", "pull", "hf:owner/repo/missing.gguf"));

        assertTrue(command.err().endsWith(".\n"), command.err());
        assertEquals("", command.out());
    }

    @Test
    void theListingOfARepositoryCanBePulledFrom() {
        assertEquals(0, command.run("models", "search", "hf:owner/repo"), command.err());

        assertEquals("hf:owner/repo/tiny.gguf@main  0 MB\n", command.out());
    }

    @Test
    void everyConnectionIsLogged() throws IOException {
        assertEquals(0, command.run("models", "pull", "hf:owner/repo/tiny.gguf"), command.err());

        assertTrue(Files.readString(folder.resolve("data/connections.jsonl")).contains("127.0.0.1"));
    }

    @Test
    void aSourceThatIsNoneIsRefused() {
        assertEquals(2, command.run("models", "pull", "qwen3-4b", "--source", "ftp://example.org"));

        assertTrue(command.err().contains("--source is hf, modelscope or an address"), command.err());
        assertEquals(List.of(), asked);
    }

    @Test
    void aHostThatIsNoAddressIsRefused() {
        var bad = CommandRun.of(new FakeEngine())
                .data(folder.resolve("data"))
                .environment(Map.of("PONDER_HF_ENDPOINT", "not an address"));

        assertEquals(2, bad.run("models", "pull", "qwen3-4b"));
        assertTrue(bad.err().contains("PONDER_HF_ENDPOINT"), bad.err());
    }
}
