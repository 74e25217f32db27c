package dev.ponder.downloads.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ponder.downloads.Hub;
import dev.ponder.downloads.ListedFile;
import dev.ponder.downloads.Repository;
import dev.ponder.downloads.ServerException;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.hub.HubServer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubListingsTest {

    private static final Sha256 HASH = new Sha256("ab".repeat(32));
    private static final Repository REPOSITORY = Repository.latest(Hub.HUGGING_FACE, "owner/repo");

    @TempDir
    private Path folder;

    @Test
    void readsTheTreeOfHuggingFacePageByPage() throws Exception {
        try (var server = HubServer.start();
                var connector = connector()) {
            server.onHub(exchange -> {
                if (exchange.query().contains("cursor")) {
                    exchange.text(200, "application/json", """
                            [{"type":"file","path":"Q8/b.gguf","size":134,"lfs":{"oid":"%s","size":7000000000}}]
                            """.formatted(HASH));
                    return;
                }
                var body = "[{\"type\":\"directory\",\"path\":\"Q8\",\"size\":0},"
                        + "{\"type\":\"file\",\"path\":\"README.md\",\"size\":12}]";
                exchange.head(
                        200,
                        "Content-Length",
                        body.length(),
                        "Link",
                        "<" + server.address() + exchange.path() + "?recursive=true&cursor=x>; rel=\"next\"");
                exchange.raw(body);
            });
            assertEquals(
                    List.of(
                            new ListedFile("README.md", 12, Optional.empty()),
                            new ListedFile("Q8/b.gguf", 7_000_000_000L, Optional.of(HASH))),
                    new HubListings(connector, server.endpoints()).files(REPOSITORY));
        }
    }

    @Test
    void readsTheFilesOfModelScope() throws Exception {
        try (var server = HubServer.start();
                var connector = connector()) {
            server.onHub(exchange -> exchange.text(200, "application/json", """
                    {"Code":200,"Data":{"Files":[{"Type":"tree","Path":"x","Size":0},
                    {"Type":"blob","Path":"b.gguf","Size":7,"Sha256":"%s"}]}}""".formatted(HASH)));
            assertEquals(
                    List.of(new ListedFile("b.gguf", 7, Optional.of(HASH))),
                    new HubListings(connector, server.endpoints())
                            .files(Repository.latest(Hub.MODEL_SCOPE, "owner/repo")));
        }
    }

    @Test
    void nonsenseIsToldAsSuch() throws Exception {
        try (var server = HubServer.start();
                var connector = connector()) {
            var listings = new HubListings(connector, server.endpoints());
            for (var nonsense : List.of("", "not json", "[{\"type\":\"file\"}]", "[[[[")) {
                server.onHub(exchange -> exchange.text(200, "application/json", nonsense));
                assertThrows(ServerException.BadAnswer.class, () -> listings.files(REPOSITORY), nonsense);
            }
            server.onHub(exchange -> exchange.empty(401));
            assertThrows(ServerException.TokenNeeded.class, () -> listings.files(REPOSITORY));
        }
    }

    @Test
    void aListWithoutEndIsCutOff() throws Exception {
        try (var server = HubServer.start();
                var connector = connector()) {
            server.onHub(exchange -> {
                exchange.head(200, "Content-Type", "application/json");
                while (true) {
                    exchange.raw("[".repeat(100_000));
                }
            });
            assertThrows(
                    ServerException.BadAnswer.class,
                    () -> new HubListings(connector, server.endpoints()).files(REPOSITORY));
        }
    }

    private Connector connector() {
        return Connector.open(
                Patience.USUAL, AccessTokens.NONE, new FileConnectionLog(folder.resolve("connections.jsonl")));
    }
}
