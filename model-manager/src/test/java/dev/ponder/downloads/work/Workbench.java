package dev.ponder.downloads.work;

import dev.ponder.downloads.Download;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.Eventually;
import dev.ponder.downloads.FinishedFile;
import dev.ponder.downloads.Source;
import dev.ponder.downloads.disk.DiskSpace;
import dev.ponder.downloads.disk.Reservation;
import dev.ponder.downloads.hub.Content;
import dev.ponder.downloads.hub.HubServer;
import dev.ponder.downloads.net.AccessTokens;
import dev.ponder.downloads.net.Connector;
import dev.ponder.downloads.net.Endpoints;
import dev.ponder.downloads.net.FileConnectionLog;
import dev.ponder.downloads.net.HubAddresses;
import dev.ponder.downloads.net.HubListings;
import dev.ponder.downloads.net.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Everything that a test of downloads needs: a folder of models, one server or more, and a service with small limits. */
final class Workbench implements AutoCloseable {

    static final String FILE = "model.gguf";

    /** Pieces of 1 MiB noted every 64 KiB, nothing kept free, few attempts, quick adaptation. */
    static final DownloadSettings SMALL =
            new DownloadSettings(1 << 20, 64 << 10, 0, 4, 8, 3, 4, Duration.ofMillis(20), Duration.ofMinutes(15));

    /** So long that only a dead server reaches it on a busy machine. */
    static final Patience LONG = new Patience(
            Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20), Duration.ofSeconds(20), 1);

    private final Path folder;
    private final HubServer server;
    private final FileConnectionLog log;
    private final ManualTiming timing = new ManualTiming();
    private Patience patience = LONG;
    private DownloadSettings settings = SMALL;
    private Reservation reservation = Reservation.NONE;
    private Connector connector;
    private DownloadService service;

    Workbench(Path folder, Content content) throws Exception {
        this.folder = Files.createDirectories(folder.resolve("models"));
        this.server = HubServer.start().put(FILE, content);
        this.log = new FileConnectionLog(folder.resolve("connections.jsonl"));
        open();
    }

    Workbench with(Patience other) {
        patience = other;
        return reopen();
    }

    Workbench with(DownloadSettings other) {
        settings = other;
        return reopen();
    }

    Workbench with(Reservation other) {
        reservation = other;
        return reopen();
    }

    /** As if the program had ended and begun again. */
    Workbench reopen() {
        service.close();
        connector.close();
        open();
        return this;
    }

    private void open() {
        var endpoints = server.endpoints();
        connector = Connector.open(patience, AccessTokens.NONE, log);
        service = service(endpoints);
    }

    private DownloadService service(Endpoints endpoints) {
        return new DownloadService(new Means(
                settings,
                new Remote.Door(connector, new HubListings(connector, endpoints), new HubAddresses(endpoints)),
                new SpeedLimit(),
                new ConnectionShare(settings),
                new DiskSpace(settings.keptFree()),
                reservation,
                timing,
                new Random(1)));
    }

    HubServer server() {
        return server;
    }

    DownloadService service() {
        return service;
    }

    FileConnectionLog log() {
        return log;
    }

    ManualTiming timing() {
        return timing;
    }

    Path folder() {
        return folder;
    }

    Path target() {
        return folder.resolve(FILE);
    }

    /** The file on the server as on Hugging Face. */
    static Source hugging() {
        return Source.huggingFace("owner/repo", HubServer.COMMIT, FILE);
    }

    /** The file on the server as on ModelScope. */
    static Source modelScope() {
        return Source.modelScope("owner/repo", "master", FILE);
    }

    DownloadRequest request(Content content, Source... sources) {
        return DownloadRequest.pinned(
                target(),
                content.size(),
                content.sha256(),
                sources.length == 0 ? List.of(hugging()) : List.of(sources));
    }

    Download start(Content content, Source... sources) {
        return service.start(request(content, sources));
    }

    FinishedFile fetch(Content content, Source... sources) throws Exception {
        return start(content, sources).await();
    }

    /** The server does again what it should. */
    void wellAgain() {
        server.onHub(server::hub);
        server.onBytes(server::bytes);
    }

    /** Waits until the server sends nothing any more, and forgets what it has sent. */
    void awaitQuiet() throws Exception {
        Eventually.holds("the server is quiet", () -> server.answers() == 0);
        server.ledger().clear();
    }

    /** Whether the file is there as it should be, and nothing else is. */
    boolean isRight(Content content) throws Exception {
        try (var files = Files.list(folder)) {
            return files.toList().equals(List.of(target())) && isSame(content);
        }
    }

    private boolean isSame(Content content) throws Exception {
        if (Files.size(target()) != content.size()) {
            return false;
        }
        var expected = new byte[1 << 20];
        try (var in = Files.newInputStream(target())) {
            for (long position = 0; position < content.size(); ) {
                var found = in.readNBytes(expected.length);
                content.fill(position, expected, found.length);
                if (!Arrays.equals(found, 0, found.length, expected, 0, found.length)) {
                    return false;
                }
                position += found.length;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        service.close();
        connector.close();
        server.close();
    }
}
