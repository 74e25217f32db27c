package dev.ponder.downloads.hub;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.net.Endpoints;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * A server on loopback that behaves as Hugging Face, or as a test wants: one port answers for the hub and leads on to
 * another, which has the bytes, by signed addresses that expire. Counts what it sends.
 */
public final class HubServer implements AutoCloseable {

    /** How a question is answered. */
    @FunctionalInterface
    public interface Handler {
        void handle(Exchange exchange) throws IOException;
    }

    /** A commit, as hubs name them. */
    public static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    private final ServerSocket hub;
    private final ServerSocket bytes;
    private final String scheme;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<String, Content> files = new ConcurrentHashMap<>();
    private final Map<Content, Sha256> hashes = new ConcurrentHashMap<>();
    private final Set<String> signatures = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger signed = new AtomicInteger();
    private final Ledger ledger = new Ledger();
    private volatile long expireAfter = Long.MAX_VALUE;
    private volatile Pace pace = Pace.UNLIMITED;
    private volatile Handler onHub = this::hub;
    private volatile Handler onBytes = this::bytes;

    private HubServer(ServerSocketFactory sockets, String scheme) throws IOException {
        this.scheme = scheme;
        hub = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        bytes = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        accept(hub, exchange -> onHub.handle(exchange));
        accept(bytes, exchange -> onBytes.handle(exchange));
    }

    public static HubServer start() throws IOException {
        return new HubServer(ServerSocketFactory.getDefault(), "http");
    }

    /** One that speaks TLS. */
    public static HubServer start(ServerSocketFactory tls) throws IOException {
        return new HubServer(tls, "https");
    }

    /** Puts a file into the one repository. */
    public HubServer put(String name, Content content) {
        files.put(name, content);
        return this;
    }

    /** Answers questions to the hub. */
    public void onHub(Handler handler) {
        onHub = handler;
    }

    /** Answers questions for bytes. */
    public void onBytes(Handler handler) {
        onBytes = handler;
    }

    public void pace(Pace fresh) {
        pace = fresh;
    }

    /** All addresses that were given out are good no more. */
    public void expire() {
        signatures.clear();
    }

    /** Addresses are good no more once so many bytes were sent by them, except to those who ask again. */
    public void expireAfter(long bytes) {
        expireAfter = bytes;
    }

    public URI address() {
        return URI.create(scheme + "://127.0.0.1:" + hub.getLocalPort());
    }

    public URI bytesAddress() {
        return URI.create(scheme + "://127.0.0.1:" + bytes.getLocalPort());
    }

    public Endpoints endpoints() {
        return new Endpoints(address(), address());
    }

    /** What was sent. */
    public Ledger ledger() {
        return ledger;
    }

    /** The paths that were asked for, in order. */
    public List<String> asked() {
        return asked;
    }

    /** Answers with bytes that are being given at this moment. */
    public int answers() {
        return answers.get();
    }

    void sending(Content content, ByteRange range) {
        pace.take(range.length());
        ledger.sent(content, range);
        if (ledger.total() >= expireAfter) {
            expireAfter = Long.MAX_VALUE;
            expire();
        }
    }

    /** As Hugging Face: the file's redirect, and the list of files. Also as ModelScope. */
    public void hub(Exchange exchange) throws IOException {
        var path = exchange.path();
        if (path.startsWith("/api/v1/models/")) {
            exchange.text(200, "application/json", "{\"Data\":{\"Files\":[" + list("Path", "Size", "Sha256") + "]}}");
        } else if (path.startsWith("/api/models/")) {
            exchange.text(200, "application/json", "[" + hugging() + "]");
        } else if (path.startsWith("/models/")) {
            modelScope(exchange);
        } else if (content(exchange) == null) {
            exchange.empty(404, "X-Error-Code", "EntryNotFound");
        } else {
            redirect(exchange, sha256(content(exchange)).hex());
        }
    }

    /** Leads on to the bytes, with this hash in its header. */
    public void redirect(Exchange exchange, String hash) throws IOException {
        exchange.empty(
                302,
                "Location",
                signedAddress(exchange),
                "X-Linked-Size",
                content(exchange).size(),
                "X-Linked-ETag",
                "\"" + hash + "\"",
                "X-Repo-Commit",
                COMMIT);
    }

    /** A fresh address for the bytes of the file that was asked for. */
    public String signedAddress(Exchange exchange) {
        var signature = "signature=" + signed.incrementAndGet();
        signatures.add(signature);
        return bytesAddress() + "/bytes/" + name(exchange) + "?" + signature;
    }

    /** ModelScope has the bytes itself and answers a range with 200. */
    private void modelScope(Exchange exchange) throws IOException {
        var content = content(exchange);
        var range = exchange.range(content.size());
        exchange.head(
                200,
                "Content-Range",
                "bytes " + range.start() + "-" + (range.end() - 1) + "/" + content.size(),
                "Content-Length",
                range.length());
        exchange.body(content, range);
    }

    /** The bytes, if the address is signed and has not expired. */
    public void bytes(Exchange exchange) throws IOException {
        if (isSigned(exchange)) {
            var content = content(exchange);
            var range = exchange.range(content.size());
            exchange.partHead(range, content.size());
            exchange.body(content, range);
        }
    }

    /** Whether the address is good; else says so. */
    public boolean isSigned(Exchange exchange) throws IOException {
        if (signatures.contains(exchange.query())) {
            return true;
        }
        exchange.text(403, "application/xml", "<Error>expired</Error>");
        return false;
    }

    /** The file that was asked for. */
    public Content content(Exchange exchange) {
        return files.get(name(exchange));
    }

    private static String name(Exchange exchange) {
        return exchange.path().substring(exchange.path().lastIndexOf('/') + 1);
    }

    private String list(String path, String size, String hash) {
        return String.join(
                ",",
                files.entrySet().stream()
                        .map(file -> "{\"" + path + "\":\"" + file.getKey() + "\",\"" + size + "\":"
                                + file.getValue().size() + ",\"" + hash + "\":\""
                                + sha256(file.getValue()) + "\"}")
                        .toList());
    }

    private String hugging() {
        return String.join(
                ",",
                files.entrySet().stream()
                        .map(file -> "{\"type\":\"file\",\"path\":\"" + file.getKey() + "\",\"size\":"
                                + file.getValue().size() + ",\"lfs\":{\"oid\":\""
                                + sha256(file.getValue()) + "\",\"size\":"
                                + file.getValue().size() + "}}")
                        .toList());
    }

    /** The hash of a file, computed once. */
    public Sha256 sha256(Content content) {
        return hashes.computeIfAbsent(content, Content::sha256);
    }

    private void accept(ServerSocket socket, Handler handler) {
        Thread.ofPlatform().daemon().name("hub-server").start(() -> {
            while (!socket.isClosed()) {
                try {
                    var connection = socket.accept();
                    open.add(connection);
                    Thread.ofPlatform().daemon().start(() -> serve(connection, handler, socket == bytes));
                } catch (IOException _) {
                    // closed
                }
            }
        });
    }

    private void serve(Socket socket, Handler handler, boolean isCounted) {
        try (socket) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            var out = socket.getOutputStream();
            for (var exchange = Exchange.read(this, in, out); exchange.isPresent(); ) {
                asked.add(exchange.get().path());
                answers.addAndGet(isCounted ? 1 : 0);
                try {
                    handler.handle(exchange.get());
                } finally {
                    answers.addAndGet(isCounted ? -1 : 0);
                }
                exchange = Exchange.read(this, in, out);
            }
        } catch (IOException _) {
            // the client went away, or the handler cut the connection by throwing
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        hub.close();
        bytes.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
