package dev.ponder.downloads.work;

import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.hub.ServerProgram;
import dev.ponder.downloads.net.AccessTokens;
import dev.ponder.downloads.net.Connector;
import dev.ponder.downloads.net.Endpoints;
import dev.ponder.downloads.net.FileConnectionLog;
import dev.ponder.downloads.net.Patience;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prints how long a download takes, with everything: reserved, hashed twice, synced, renamed. Beside it curl's plain fetch of
 * the same file from the same server, and curl followed by a sync. Once with the server held to 250 MB/s, once without a
 * limit. Arguments: a folder on the disk to measure, gigabytes, rounds.
 */
final class DownloadBenchmark {

    private static final long LIMIT = 250_000_000;

    private final Path folder;
    private final long size;
    private final int rounds;

    private DownloadBenchmark(Path folder, long size, int rounds) {
        this.folder = folder;
        this.size = size;
        this.rounds = rounds;
    }

    public static void main(String... arguments) throws Exception {
        var benchmark = new DownloadBenchmark(
                Path.of(arguments[0]), Long.parseLong(arguments[1]) * 1_000_000_000L, Integer.parseInt(arguments[2]));
        benchmark.compare(LIMIT);
        benchmark.compare(0);
    }

    private void compare(long limit) throws Exception {
        var server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProgram.class.getName(),
                        String.valueOf(size),
                        String.valueOf(limit))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var lines = new BufferedReader(server.inputReader(StandardCharsets.US_ASCII))) {
            var words = lines.readLine().split(" ");
            System.out.printf("%s%n", limit == 0 ? "without a limit" : "held to " + limit / 1_000_000 + " MB/s");
            measure(URI.create(words[0]), new Sha256(words[1]));
        } finally {
            server.destroyForcibly();
        }
    }

    private void measure(URI endpoint, Sha256 hash) throws Exception {
        var plain = new double[rounds];
        var synced = new double[rounds];
        var ours = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            plain[round] = curl(endpoint, false);
            synced[round] = curl(endpoint, true);
            ours[round] = download(endpoint, hash);
        }
        print("curl", plain);
        print("curl and sync", synced);
        print("Ponder", ours);
        System.out.printf(
                Locale.ROOT,
                "  ratio to curl %.3f, to curl and sync %.3f%n",
                median(plain) / median(ours),
                median(synced) / median(ours));
    }

    private double curl(URI endpoint, boolean isSynced) throws IOException, InterruptedException {
        var target = folder.resolve("curl.gguf");
        long start = System.nanoTime();
        run("curl", "-sS", "-L", "-o", target.toString(), endpoint + "/owner/repo/resolve/main/model.gguf");
        if (isSynced) {
            run("sync", target.toString());
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        if (Files.size(target) != size) {
            throw new IOException("curl fetched " + Files.size(target));
        }
        Files.delete(target);
        run("sync", "-f", folder.toString());
        return seconds;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(Arrays.toString(command) + " ended with " + status);
        }
    }

    private double download(URI endpoint, Sha256 hash) throws Exception {
        var log = new FileConnectionLog(folder.resolve("connections.jsonl"));
        try (var connector = Connector.open(Patience.USUAL, AccessTokens.NONE, log);
                var service = DownloadService.open(connector, new Endpoints(endpoint, endpoint))) {
            var request =
                    DownloadRequest.pinned(folder.resolve("model.gguf"), size, hash, List.of(Workbench.hugging()));
            long start = System.nanoTime();
            var file = service.start(request).await();
            double seconds = (System.nanoTime() - start) / 1e9;
            Files.delete(file.path());
            run("sync", "-f", folder.toString());
            return seconds;
        }
    }

    private void print(String name, double[] seconds) {
        var sorted = seconds.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "  %-14s median %.2f s (%.2f to %.2f), %.0f MB/s%n",
                name,
                median(seconds),
                sorted[0],
                sorted[rounds - 1],
                size / 1e6 / median(seconds));
    }

    private static double median(double[] values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
