package dev.ponder.downloads.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.downloads.Sha256;
import dev.ponder.downloads.disk.Journal;
import dev.ponder.downloads.disk.PartPaths;
import dev.ponder.downloads.hub.Content;
import dev.ponder.downloads.hub.HubServer;
import dev.ponder.downloads.hub.Pace;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that is killed at any moment of a download costs never more than 64 MiB, by the server's own count, and the file
 * is right in the end. Smoke: 20 kills in small files with small pieces; acceptance: 200 in files of 2 GiB and the usual
 * settings.
 */
class KillTest {

    private static final boolean ALL = "acceptance".equals(System.getProperty("ponder.counts"));
    private static final int KILLS = ALL ? 200 : 20;
    private static final int KILLS_A_FILE = ALL ? 20 : 10;
    private static final long SIZE = ALL ? (2L << 30) + 12_345 : 40_000_000;
    private static final Pace PACE = new Pace(ALL ? 150_000_000 : 8_000_000);
    private static final DownloadSettings SETTINGS = ALL
            ? DownloadSettings.USUAL
            : new DownloadSettings(2 << 20, 64 << 10, 0, 4, 8, 3, 8, Duration.ofMillis(200), Duration.ofMinutes(15));

    @TempDir
    private Path folder;

    private final Random random = new Random(11);
    private final List<Long> costs = new ArrayList<>();
    private final Map<String, Integer> moments = new TreeMap<>();

    @Test
    @Timeout(value = 90, unit = TimeUnit.MINUTES)
    void aKillCostsLittleAndTheFileIsRight() throws Exception {
        try (var server = HubServer.start()) {
            server.pace(PACE);
            for (int file = 0; costs.size() < KILLS; file++) {
                fetchWithKills(server, new Content(SIZE, file));
            }
            System.out.printf(
                    "%d kills in files of %d bytes: at worst %.1f MiB fetched twice, %.1f on average; killed while %s%n",
                    costs.size(),
                    SIZE,
                    costs.stream().mapToLong(Long::longValue).max().orElse(0) / 1048576.0,
                    costs.stream().mapToLong(Long::longValue).average().orElse(0) / 1048576,
                    moments);
        }
    }

    private void fetchWithKills(HubServer server, Content content) throws Exception {
        server.put(Workbench.FILE, content);
        server.ledger().clear();
        var target = folder.resolve(Workbench.FILE);
        for (int kill = 0; kill < KILLS_A_FILE && !Files.exists(target); kill++) {
            var last = kill(server, target, content, moment(kill));
            moments.merge(last, 1, Integer::sum);
            costs.add(cost(server, content, target));
        }
        var process = DownloadProgram.start(server, target, content, server.sha256(content), SETTINGS);
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.US_ASCII))) {
            // what it says of its progress comes on another thread, also after the end
            var said = lines.lines().toList();
            assertTrue(said.contains("done " + server.sha256(content)), said::toString);
        }
        assertEquals(server.sha256(content), sha256(target));
        assertTrue(server.ledger().twice() <= costs.size() * SETTINGS.pieceBytes());
        Files.delete(target);
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of("connections.jsonl"),
                    files.map(file -> file.getFileName().toString()).toList());
        }
    }

    /** Starts the program and kills it; gives the last thing that it said. */
    private String kill(HubServer server, Path target, Content content, Moment moment) throws Exception {
        long sent = server.ledger().total();
        var process = DownloadProgram.start(server, target, content, server.sha256(content), SETTINGS);
        var killer = Thread.ofVirtual().unstarted(() -> {
            try {
                server.ledger().awaitTotal(sent + moment.bytes(), process::isAlive);
                process.waitFor(moment.millis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            // the process itself would also close what it has said so far
            process.toHandle().destroyForcibly();
        });
        String last = "";
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line.split(" ")[0];
                if (last.equals(moment.after()) && killer.getState() == Thread.State.NEW) {
                    killer.start();
                }
            }
        }
        killer.join();
        process.waitFor();
        return last;
    }

    /**
     * When to kill.
     *
     * @param after the program has said this
     * @param bytes and the server has sent so much in this life
     * @param millis and this time has passed
     */
    private record Moment(String after, long bytes, long millis) {}

    /** Most die while bytes come, some while they start, and the last of each file while it is verified and named. */
    private Moment moment(int kill) {
        if (kill >= KILLS_A_FILE - KILLS_A_FILE / 6 - 1) {
            return new Moment("Verifying", 0, random.nextInt(ALL ? 3_000 : 100));
        }
        return random.nextInt(5) == 0
                ? new Moment("Starting", 0, random.nextInt(1_500))
                : new Moment("Starting", random.nextLong(SIZE / KILLS_A_FILE), random.nextInt(50));
    }

    /** The bytes that the server has sent, as a whole, and that are not there. */
    private long cost(HubServer server, Content content, Path target) throws Exception {
        if (Files.exists(target)) {
            return 0;
        }
        long noted = Journal.read(new PartPaths(target).journal()).ranges().total();
        long cost = server.ledger().sentOnce(content) - noted;
        assertTrue(cost <= SETTINGS.pieceBytes(), cost + " bytes will be fetched twice");
        return Math.max(0, cost);
    }

    private static Sha256 sha256(Path file) throws Exception {
        var digest = Sha256.digest();
        var buffer = new byte[1 << 20];
        try (var in = Files.newInputStream(file)) {
            for (int count; (count = in.read(buffer)) >= 0; ) {
                digest.update(buffer, 0, count);
            }
        }
        return Sha256.of(digest);
    }
}
