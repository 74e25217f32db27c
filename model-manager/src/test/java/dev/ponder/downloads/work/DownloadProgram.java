package dev.ponder.downloads.work;

import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.hub.Content;
import dev.ponder.downloads.hub.HubServer;
import dev.ponder.downloads.net.AccessTokens;
import dev.ponder.downloads.net.Connector;
import dev.ponder.downloads.net.Endpoints;
import dev.ponder.downloads.net.FileConnectionLog;
import dev.ponder.downloads.net.Patience;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A program that fetches one file, says what it does on its standard output, and may be killed at any moment. */
final class DownloadProgram {

    private DownloadProgram() {}

    /** Starts one in a process of its own. */
    static Process start(HubServer server, Path target, Content content, Sha256 hash, DownloadSettings settings)
            throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DownloadProgram.class.getName(),
                        server.address().toString(),
                        target.toString(),
                        String.valueOf(content.size()),
                        hash.hex(),
                        String.valueOf(settings.pieceBytes()),
                        String.valueOf(settings.extentBytes()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    public static void main(String... arguments) throws InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
        out.println("Starting 0");
        var endpoint = URI.create(arguments[0]);
        var target = Path.of(arguments[1]);
        var request = DownloadRequest.pinned(
                target, Long.parseLong(arguments[2]), new Sha256(arguments[3]), List.of(Workbench.hugging()));
        var settings = new DownloadSettings(
                Long.parseLong(arguments[4]),
                Integer.parseInt(arguments[5]),
                0,
                4,
                8,
                3,
                8,
                Duration.ofMillis(200),
                Duration.ofMinutes(15));
        var log = new FileConnectionLog(target.resolveSibling("connections.jsonl"));
        try (var connector = Connector.open(Patience.USUAL, AccessTokens.NONE, log);
                var service = DownloadService.open(connector, new Endpoints(endpoint, endpoint), settings)) {
            var download = service.start(request);
            download.onProgress(progress -> out.println(name(progress.phase()) + " " + progress.bytes()));
            out.println("done " + download.await().sha256());
        } catch (DownloadException e) {
            out.println("failed " + e.getMessage());
        }
    }

    private static String name(Phase phase) {
        return phase.getClass().getSimpleName();
    }
}
