package dev.ponder.downloads.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.NetworkException;
import dev.ponder.downloads.ServerException;
import dev.ponder.downloads.hub.Content;
import dev.ponder.downloads.hub.HubServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorTest {

    private static final Content CONTENT = new Content(100_000, 1);
    private static final String PATH = "/owner/repo/resolve/main/model.gguf";

    private static Certificates certificates;

    @TempDir
    private Path folder;

    private FileConnectionLog log;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        certificates = new Certificates(folder);
    }

    @BeforeEach
    void openLog() {
        log = new FileConnectionLog(folder.resolve("connections.jsonl"));
    }

    @Test
    void aTokenIsSentToItsOwnHostAndToNoOther() throws Exception {
        try (var server = HubServer.start().put("model.gguf", CONTENT);
                var connector = Connector.open(Patience.USUAL, host -> Optional.of("secret-of-" + host), log)) {
            var seen = new CopyOnWriteArrayList<String>();
            server.onHub(exchange -> {
                seen.add(exchange.header("authorization").orElse("none"));
                if (exchange.path().equals(PATH)) {
                    // within the host first, as for a repository that was renamed
                    exchange.empty(307, "Location", "/owner/renamed/resolve/main/model.gguf");
                } else {
                    server.hub(exchange);
                }
            });
            server.onBytes(exchange -> {
                seen.add(exchange.header("authorization").orElse("none"));
                server.bytes(exchange);
            });
            try (var reply = connector.get(ask(server.address() + PATH))) {
                assertEquals(206, reply.status());
            }
            var token = "Bearer secret-of-127.0.0.1:" + server.address().getPort();
            assertEquals(List.of(token, token, "none"), seen);
        }
    }

    @Test
    void asksForBytesAsTheyAre() throws Exception {
        try (var server = HubServer.start().put("model.gguf", CONTENT);
                var connector = Connector.open(Patience.USUAL, AccessTokens.NONE, log)) {
            var seen = new CopyOnWriteArrayList<String>();
            server.onHub(exchange -> {
                seen.add(exchange.header("accept-encoding").orElse("none"));
                exchange.empty(200);
            });
            connector.get(ask(server.address() + PATH)).close();
            assertEquals(List.of("identity"), seen);
        }
    }

    @Test
    void plainHttpIsForThisComputerOnly() throws Exception {
        try (var connector = Connector.open(Patience.USUAL, AccessTokens.NONE, log)) {
            for (var address : List.of("http://192.0.2.1/x", "http://127.0.0.1.example.org/x", "ftp://127.0.0.1/x")) {
                assertThrows(NetworkException.NotEncrypted.class, () -> connector.get(ask(address)), address);
            }
            assertEquals(List.of(), log.connections(), "not even tried");
        }
    }

    @Test
    void aCertificateThatNobodySignedIsRefused() throws Exception {
        try (var server = HubServer.start(certificates.server().getServerSocketFactory());
                var connector = Connector.open(Patience.USUAL, AccessTokens.NONE, log)) {
            var why = assertThrows(NetworkException.Untrusted.class, () -> connector.get(ask(server.address() + PATH)));
            assertTrue(why.getMessage().startsWith("The certificate of 127.0.0.1"), why.getMessage());
            assertEquals(List.of(), server.asked());
            assertEquals("Untrusted", log.connections().getFirst().outcome());
        }
    }

    @Test
    void fromHttpsItNeverGoesToPlainHttpNotEvenOnThisComputer() throws Exception {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(certificates.client())
                .build();
        try (var plain = HubServer.start().put("model.gguf", CONTENT);
                var server = HubServer.start(certificates.server().getServerSocketFactory())
                        .put("model.gguf", CONTENT);
                var connector = new Connector(() -> client, Patience.USUAL, AccessTokens.NONE, log)) {
            try (var reply = connector.get(ask(server.address() + PATH))) {
                assertEquals(206, reply.status(), "over TLS all is well");
            }
            server.onHub(exchange -> exchange.empty(302, "Location", plain.address() + PATH));
            assertThrows(ServerException.RedirectRefused.class, () -> connector.get(ask(server.address() + PATH)));
            assertEquals(List.of(), plain.asked());
        }
    }

    @Test
    void aHostThatHasNoAddressIsToldAsUnknown() throws Exception {
        try (var connector = Connector.open(Patience.USUAL, AccessTokens.NONE, log)) {
            var why = assertThrows(
                    NetworkException.HostUnknown.class, () -> connector.get(ask("https://nowhere.invalid/x")));
            assertTrue(why.getMessage().contains("nowhere.invalid"), why.getMessage());
        }
    }

    @Test
    void aPortThatNobodyListensAtIsToldAsUnreachable() throws Exception {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (var connector = Connector.open(Patience.USUAL, AccessTokens.NONE, log)) {
            assertThrows(
                    NetworkException.Unreachable.class, () -> connector.get(ask("http://127.0.0.1:" + port + "/x")));
        }
    }

    @Test
    void eachConnectionIsInTheLogWithoutWhatASignedAddressSays() throws Exception {
        try (var server = HubServer.start().put("model.gguf", CONTENT);
                var connector = Connector.open(Patience.USUAL, AccessTokens.NONE, log)) {
            try (var reply = connector.get(ask(server.address() + PATH))) {
                var buffer = new byte[50_000];
                for (int left = buffer.length; left > 0; ) {
                    left -= reply.read(buffer, left);
                }
            }
            var bytes = log.connections().get(0);
            var hub = log.connections().get(1);
            assertEquals("127.0.0.1:" + server.address().getPort(), hub.host());
            assertEquals("302", hub.outcome());
            assertEquals(0, hub.bytes());
            assertEquals("127.0.0.1:" + server.bytesAddress().getPort(), bytes.host());
            assertEquals("206", bytes.outcome());
            assertEquals(50_000, bytes.bytes());
            assertEquals(Purpose.DOWNLOAD, bytes.purpose());
            assertEquals("the file", bytes.what());
            assertFalse(Files.readString(folder.resolve("connections.jsonl")).contains("signature"));
        }
    }

    private static Ask ask(String address) {
        return new Ask(URI.create(address), Purpose.DOWNLOAD, "the file", Optional.of(new ByteRange(0, 50_000)));
    }
}
