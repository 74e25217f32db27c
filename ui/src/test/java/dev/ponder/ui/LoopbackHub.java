package dev.ponder.ui;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.net.Endpoints;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A server on loopback that has one file in every repository, and serves it as Hugging Face does. */
final class LoopbackHub implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final byte[] content;
    private final String name;

    /** Serves a file of this computer under a name. */
    LoopbackHub(Path file, String name) throws IOException {
        content = Files.readAllBytes(file);
        this.name = name;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/models/", this::list);
        server.createContext("/bytes", this::serve);
        server.createContext("/", this::redirect);
        server.setExecutor(threads);
        server.start();
    }

    Endpoints endpoints() {
        return new Endpoints(address(), address());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private String hash() {
        var digest = Sha256.digest();
        digest.update(content);
        return Sha256.of(digest).hex();
    }

    private void list(HttpExchange exchange) throws IOException {
        var json = "[{\"type\":\"file\",\"path\":\"" + name + "\",\"size\":" + content.length + ",\"lfs\":{\"oid\":\""
                + hash() + "\",\"size\":" + content.length + "}}]";
        send(exchange, 200, json.getBytes(StandardCharsets.UTF_8));
    }

    private void redirect(HttpExchange exchange) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.add("Location", address() + "/bytes?signature=1");
        headers.add("X-Linked-Size", String.valueOf(content.length));
        headers.add("X-Linked-ETag", "\"" + hash() + "\"");
        headers.add("X-Repo-Commit", "0123456789abcdef0123456789abcdef01234567");
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        var range = RANGE.matcher(String.valueOf(exchange.getRequestHeaders().getFirst("Range")));
        if (!range.matches()) {
            send(exchange, 200, content);
            return;
        }
        int start = Integer.parseInt(range.group(1));
        int end = range.group(2).isEmpty()
                ? content.length
                : Math.min(content.length, Integer.parseInt(range.group(2)) + 1);
        exchange.getResponseHeaders().add("Content-Range", "bytes " + start + "-" + (end - 1) + "/" + content.length);
        send(exchange, 206, Arrays.copyOfRange(content, start, end));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
