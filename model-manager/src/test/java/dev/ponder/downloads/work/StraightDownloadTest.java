package dev.ponder.downloads.work;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.Source;
import dev.ponder.downloads.net.AccessTokens;
import dev.ponder.downloads.net.Connector;
import dev.ponder.downloads.net.Endpoints;
import dev.ponder.downloads.net.FileConnectionLog;
import dev.ponder.downloads.net.Patience;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StraightDownloadTest {

    @TempDir
    private Path folder;

    @Test
    void fetchesAFile() throws Exception {
        var content = new byte[3_000_000];
        new java.util.Random(1).nextBytes(content);
        var digest = Sha256.digest();
        digest.update(content);
        var hash = Sha256.of(digest);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/o/r/resolve/main/m.gguf", exchange -> {
            exchange.getResponseHeaders().add("Location", "/cdn?signed=1");
            exchange.getResponseHeaders().add("X-Linked-ETag", "\"" + hash + "\"");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/cdn", exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
        var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var log = new FileConnectionLog(folder.resolve("connections.jsonl"));
        try (var connector = Connector.open(Patience.USUAL, AccessTokens.NONE, log);
                var downloads = DownloadService.open(connector, new Endpoints(endpoint, endpoint))) {
            var source = Source.parse("hf:o/r/m.gguf").orElseThrow();
            var file = downloads
                    .start(DownloadRequest.unpinned(folder.resolve("m.gguf"), source))
                    .await();
            assertArrayEquals(content, Files.readAllBytes(file.path()));
            assertEquals(2, log.connections().size());
        } finally {
            server.stop(0);
        }
    }
}
