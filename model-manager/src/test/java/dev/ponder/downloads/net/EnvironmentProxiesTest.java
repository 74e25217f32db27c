package dev.ponder.downloads.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.downloads.NetworkException;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentProxiesTest {

    private static final ProxySelector SYSTEM = ProxySelector.of(new InetSocketAddress("system", 1));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HTTPS_PROXY=http://proxy:3128            | https://huggingface.co/x       | proxy:3128
            https_proxy=proxy:3128                   | https://huggingface.co/x       | proxy:3128
            https_proxy=http://proxy                 | https://huggingface.co/x       | proxy:80
            HTTP_PROXY=http://proxy:3128             | https://huggingface.co/x       | system:1
            ALL_PROXY=http://proxy:3128              | https://huggingface.co/x       | proxy:3128
            ALL_PROXY=socks5://proxy:1080            | https://huggingface.co/x       | system:1
            HTTPS_PROXY=:::                          | https://huggingface.co/x       | system:1
            OTHER=1                                  | https://huggingface.co/x       | system:1
            ALL_PROXY=p:1 NO_PROXY=a.b,.co           | https://huggingface.co/x       | direct
            ALL_PROXY=p:1 NO_PROXY=huggingface.co:443| https://cdn.huggingface.co/x   | direct
            ALL_PROXY=p:1 NO_PROXY=face.co           | https://huggingface.co/x       | p:1
            ALL_PROXY=p:1 NO_PROXY=*                 | https://huggingface.co/x       | direct
            ALL_PROXY=p:1                            | http://127.0.0.1:8080/x        | direct
            ALL_PROXY=p:1                            | http://localhost/x             | direct
            """)
    void asOtherProgramsReadThem(String environment, String address, String expected) {
        var variables = new java.util.HashMap<String, String>();
        for (var one : environment.split(" ")) {
            variables.put(one.split("=", 2)[0], one.split("=", 2)[1]);
        }
        var proxy = new EnvironmentProxies(variables, SYSTEM)
                .select(URI.create(address))
                .getFirst();
        var found =
                proxy.address() instanceof InetSocketAddress at ? at.getHostString() + ":" + at.getPort() : "direct";
        assertEquals(expected, found);
    }

    @Test
    void theProxyIsAskedForTheConnection(@TempDir Path folder) throws Exception {
        try (var proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var first = new CompletableFuture<String>();
            Thread.ofVirtual().start(() -> {
                try (var socket = proxy.accept()) {
                    var in = new BufferedReader(
                            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
                    first.complete(in.readLine());
                    socket.getOutputStream()
                            .write("HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (java.io.IOException e) {
                    first.completeExceptionally(e);
                }
            });
            var environment = Map.of("HTTPS_PROXY", "http://127.0.0.1:" + proxy.getLocalPort());
            var client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(new EnvironmentProxies(environment, null))
                    .build();
            var log = new FileConnectionLog(folder.resolve("log"));
            try (var connector = new Connector(() -> client, Patience.USUAL, AccessTokens.NONE, log)) {
                var ask = Ask.whole(URI.create("https://hub.invalid/x"), Purpose.LISTING, "a repository");
                var why = assertThrows(NetworkException.class, () -> connector.get(ask));
                assertTrue(why.getMessage().contains("proxy"), why.getMessage());
            }
            assertEquals("CONNECT hub.invalid:443 HTTP/1.1", first.get());
        }
    }
}
