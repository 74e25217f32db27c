package dev.ponder.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ponder.downloads.Downloads;
import dev.ponder.downloads.FinishedFile;
import dev.ponder.downloads.Hub;
import dev.ponder.downloads.Repository;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.Source;
import dev.ponder.downloads.net.AccessTokens;
import dev.ponder.downloads.net.Connector;
import dev.ponder.downloads.net.Endpoints;
import dev.ponder.downloads.net.FileConnectionLog;
import dev.ponder.downloads.net.HubListings;
import dev.ponder.downloads.net.Patience;
import dev.ponder.downloads.work.DownloadService;
import dev.ponder.gguf.ModelGenerator;
import dev.ponder.models.ModelDownloads.Preference;
import dev.ponder.models.catalog.CatalogChoice;
import dev.ponder.models.catalog.CatalogFile;
import dev.ponder.models.catalog.CatalogModel;
import dev.ponder.models.catalog.CatalogPart;
import dev.ponder.models.catalog.HashConfidence;
import dev.ponder.models.catalog.ModelMode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetching into the library from a server on loopback that stands for both hubs. */
class ModelDownloadsTest {

    private static final String COMMIT = "0123456789abcdef0123456789abcdef01234567";

    @TempDir
    private Path root;

    private byte[] content;
    private Sha256 hash;
    private HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private Connector connector;
    private Downloads downloads;
    private ModelLibrary library;
    private ModelDownloads models;

    @BeforeEach
    void startServer() throws IOException {
        ModelGenerator.tiny(root.resolve("tiny.bin"));
        content = Files.readAllBytes(root.resolve("tiny.bin"));
        var digest = Sha256.digest();
        digest.update(content);
        hash = Sha256.of(digest);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        var endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var endpoints = new Endpoints(endpoint, endpoint);
        connector = Connector.open(
                Patience.USUAL, AccessTokens.NONE, new FileConnectionLog(root.resolve("connections.jsonl")));
        downloads = DownloadService.open(connector, endpoints);
        library = new ModelLibrary(Files.createDirectory(root.resolve("models")), null);
        models = new ModelDownloads(downloads, new HubListings(connector, endpoints), library);
    }

    @AfterEach
    void stopServer() {
        downloads.close();
        connector.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            asked.add(path);
            if (path.contains("/tree/")) {
                var listing = """
                        [{"type": "file", "path": "README.md", "size": 3},
                         {"type": "file", "path": "big.gguf", "size": 9000000000, "lfs": {"oid": "%s", "size": 9000000000}},
                         {"type": "file", "path": "tiny.gguf", "size": %d, "lfs": {"oid": "%s", "size": %d}}]
                        """.formatted(hash, content.length, hash, content.length)
                        .getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, listing.length);
                exchange.getResponseBody().write(listing);
                return;
            }
            exchange.getResponseHeaders().add("X-Linked-ETag", "\"" + hash + "\"");
            exchange.getResponseHeaders().add("X-Linked-Size", String.valueOf(content.length));
            exchange.getResponseHeaders().add("X-Repo-Commit", COMMIT);
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    @Test
    void aFileOfTheCatalogIsInTheLibraryAndRememberedAsPinned() throws Exception {
        var file = fetched(choice(Optional.of(hash)), new Preference.Usual());

        assertEquals(library.folder().resolve("Tiny-Q8_0.gguf"), file.path());
        assertEquals("Tiny-Q8_0", library.models().getFirst().id());
        var record = library.record(file.path()).orElseThrow();
        assertEquals(hash, record.sha256());
        assertEquals(FileRecord.Basis.CATALOG, record.basis());
        assertEquals("hf:o/r/Tiny-Q8_0.gguf@" + COMMIT, record.source().orElseThrow());
    }

    @Test
    void aHashOfTheServerIsNotCalledPinned() throws Exception {
        var file = fetched(choice(Optional.empty()), new Preference.Usual());

        assertEquals(
                FileRecord.Basis.SERVER,
                library.record(file.path()).orElseThrow().basis());
    }

    @Test
    void anyFileOfARepositoryCanBeFetched() throws Exception {
        var listed = models.files(Repository.latest(Hub.HUGGING_FACE, "o/r"));

        assertEquals(
                List.of("tiny.gguf", "big.gguf"),
                listed.stream().map(one -> one.path()).toList());
        var file = models.await(models.start(Source.parse("hf:o/r/tiny.gguf").orElseThrow()));
        assertEquals("tiny", library.models().getFirst().id());
        assertEquals(hash, library.record(file.path()).orElseThrow().sha256());
    }

    @Test
    void theHubThatIsPreferredIsAskedFirst() throws Exception {
        fetched(choice(Optional.of(hash)), new Preference.First(Hub.MODEL_SCOPE));

        assertEquals("/models/m/r/resolve/master/Tiny-Q8_0.gguf", asked.getFirst());
    }

    @Test
    void aMirrorIsAskedForTheSameCommit() throws Exception {
        var mirror = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/mirror");

        fetched(choice(Optional.of(hash)), new Preference.First(new Hub.Mirror(mirror)));

        assertEquals("/mirror/o/r/resolve/" + COMMIT + "/Tiny-Q8_0.gguf", asked.getFirst());
    }

    @Test
    void aNameThatCouldLeadElsewhereIsNeverAskedFor() {
        var source = Source.parse("https://example.org/files/$(reboot).gguf").orElseThrow();

        var refused = assertThrows(LibraryException.class, () -> models.start(source));

        assertEquals(LibraryException.Kind.BAD_NAME, refused.kind());
    }

    @Test
    void aMissingFolderIsSaidBeforeAnythingIsAsked() throws IOException {
        library.use(root.resolve("gone").resolve("models"));

        var refused = assertThrows(
                LibraryException.class, () -> models.start(choice(Optional.of(hash)), new Preference.Usual()));

        assertEquals(LibraryException.Kind.FOLDER_MISSING, refused.kind());
        assertEquals(List.of(), asked);
    }

    private FinishedFile fetched(CatalogChoice choice, Preference preference) throws Exception {
        return models.await(models.start(choice, preference).getFirst());
    }

    private CatalogChoice choice(Optional<Sha256> known) {
        var part = new CatalogPart("Tiny-Q8_0.gguf", content.length, known, Optional.empty());
        var file = new CatalogFile(
                "Q8_0",
                "o/r",
                Optional.of(COMMIT),
                Optional.of("m/r"),
                known.isPresent() ? HashConfidence.SINGLE : HashConfidence.UNKNOWN,
                Optional.empty(),
                List.of(part));
        var model = new CatalogModel(
                "tiny",
                "Tiny",
                ModelMode.HYBRID,
                "Apache-2.0",
                "Tests.",
                new CatalogModel.Size(1, 1),
                1,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                List.of(file));
        return new CatalogChoice(model, file);
    }
}
