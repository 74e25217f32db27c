package dev.ponder.downloads.work;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.Download;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.Eventually;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.Progress;
import dev.ponder.downloads.Source;
import dev.ponder.downloads.hub.Content;
import dev.ponder.downloads.hub.HubServer;
import dev.ponder.downloads.hub.Pace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from servers that do what they should. */
class DownloadTest {

    private static final Content CONTENT = new Content(5_500_000, 1);
    private static final Pace SLOW = new Pace(8_000_000);

    @TempDir
    private Path folder;

    @Test
    void bringsAFileAndLeavesNothingElse() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            var file = bench.fetch(CONTENT);
            assertEquals(CONTENT.sha256(), file.sha256());
            assertTrue(file.pinned());
            assertTrue(bench.isRight(CONTENT));
            assertEquals(CONTENT.size() + 1, bench.server().ledger().total(), "and a byte to ask with");
        }
    }

    @Test
    void goesOnAfterAPauseFromWhereItWas() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().pace(SLOW);
            var download = bench.start(CONTENT);
            bench.server().ledger().awaitTotal(2_000_000);
            download.pause();
            assertThrows(DownloadException.Stopped.class, download::await);
            assertEquals(new Phase.Paused(), download.progress().phase());
            long kept = download.progress().bytes();
            assertTrue(kept > 0 && kept < CONTENT.size(), kept + " bytes");
            bench.awaitQuiet();
            download.resume();
            download.await();
            assertTrue(bench.isRight(CONTENT));
            assertEquals(
                    CONTENT.size() - kept + 1,
                    bench.server().ledger().total(),
                    "what was noted at the pause is not fetched again");
        }
    }

    @Test
    void goesOnInALaterRunOfTheProgram() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().pace(SLOW);
            bench.start(CONTENT);
            bench.server().ledger().awaitTotal(2_000_000);
            bench.reopen();
            var kept = bench.service().kept(bench.folder());
            assertEquals(1, kept.size());
            assertEquals(bench.request(CONTENT), kept.getFirst().request());
            bench.awaitQuiet();
            bench.service().start(kept.getFirst().request()).await();
            assertTrue(bench.isRight(CONTENT));
            assertEquals(
                    CONTENT.size() - kept.getFirst().bytes() + 1,
                    bench.server().ledger().total());
            assertEquals(List.of(), bench.service().kept(bench.folder()));
        }
    }

    @Test
    void fetchesFromSeveralConnectionsWhereEachIsSlow() throws Exception {
        var content = new Content(12_000_000, 2);
        try (var bench = new Workbench(folder, content)) {
            var most = new AtomicInteger();
            bench.server().onBytes(exchange -> {
                most.accumulateAndGet(bench.server().answers(), Math::max);
                var range = exchange.range(content.size());
                exchange.partHead(range, content.size());
                // a pace of its own for each connection, as many servers have
                var pace = new Pace(4_000_000);
                exchange.body(content, range, pace);
            });
            bench.fetch(content);
            assertTrue(bench.isRight(content));
            assertTrue(most.get() > 1, most + " connections");
            assertTrue(most.get() <= Workbench.SMALL.connections(), most + " connections");
            assertEquals(content.size() + 1, bench.server().ledger().total());
        }
    }

    @Test
    void takesTheNameAndHashFromTheServersListWhereNobodyKnewIt() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            for (var source :
                    List.of(Source.huggingFace("owner/repo", "main", Workbench.FILE), Workbench.modelScope())) {
                var file = bench.service()
                        .start(DownloadRequest.unpinned(bench.target(), source))
                        .await();
                assertEquals(CONTENT.sha256(), file.sha256());
                assertFalse(file.pinned(), "the server's word is no pin");
                Files.delete(bench.target());
                bench.reopen();
            }
        }
    }

    @Test
    void staysAtTheCommitThatABranchWasAtWhenItBegan() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().pace(SLOW);
            var request =
                    DownloadRequest.unpinned(bench.target(), Source.huggingFace("owner/repo", "main", Workbench.FILE));
            bench.service().start(request);
            bench.server().ledger().awaitTotal(1_000_000);
            bench.reopen();
            bench.server().asked().clear();
            bench.service().start(request).await();
            assertTrue(bench.isRight(CONTENT));
            var asked = bench.server().asked();
            assertTrue(
                    asked.contains("/owner/repo/resolve/" + HubServer.COMMIT + "/" + Workbench.FILE), asked::toString);
            assertTrue(asked.stream().noneMatch(path -> path.contains("/main")), asked::toString);
        }
    }

    @Test
    void changesItsSourceInMidFile() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().onBytes(exchange -> {
                if (bench.server().ledger().total() > 2_000_000) {
                    exchange.empty(404);
                } else {
                    bench.server().bytes(exchange);
                }
            });
            bench.fetch(CONTENT, Workbench.hugging(), Workbench.modelScope());
            assertTrue(bench.isRight(CONTENT));
            assertTrue(bench.server().asked().stream().anyMatch(path -> path.startsWith("/models/owner/repo")));
            assertEquals(2, bench.server().ledger().twice(), "only the bytes to ask with");
        }
    }

    @Test
    void findsAFileThatIsThereAlreadyWithoutAnyConnection() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.fetch(CONTENT);
            bench.reopen();
            bench.server().asked().clear();
            assertEquals(CONTENT.sha256(), bench.fetch(CONTENT).sha256());
            assertEquals(List.of(), bench.server().asked());
        }
    }

    @Test
    void queuesWhatIsTooMuchAtOnce() throws Exception {
        var one = new DownloadSettings(1 << 20, 64 << 10, 0, 4, 8, 1, 4, Duration.ofMillis(20), Duration.ofMinutes(15));
        var other = new Content(3_000_000, 9);
        try (var bench = new Workbench(folder, CONTENT).with(one)) {
            bench.server().put("other.gguf", other).pace(SLOW);
            var first = bench.start(CONTENT);
            bench.server().ledger().awaitTotal(100_000);
            var second = bench.service()
                    .start(DownloadRequest.pinned(
                            bench.folder().resolve("other.gguf"),
                            other.size(),
                            other.sha256(),
                            List.of(Source.huggingFace("owner/repo", "main", "other.gguf"))));
            first.onProgress(progress -> assertTrue(
                    progress.phase().isEnd() || second.progress().phase() instanceof Phase.Queued,
                    () -> second.progress().toString()));
            first.await();
            second.await();
            assertEquals(2, bench.service().all().size());
        }
    }

    @Test
    void tellsHowFarItIs() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().pace(SLOW);
            var told = new CopyOnWriteArrayList<Progress>();
            var download = bench.start(CONTENT);
            download.onProgress(told::add);
            var file = download.await();
            assertTrue(told.stream()
                    .anyMatch(progress -> progress.phase() instanceof Phase.Fetching
                            && progress.bytes() > 0
                            && progress.bytesPerSecond() > 0
                            && progress.left().isPresent()));
            assertEquals(
                    new Progress(
                            new Phase.Finished(file),
                            CONTENT.size(),
                            OptionalLong.of(CONTENT.size()),
                            0,
                            Optional.empty()),
                    told.getLast());
        }
    }

    /** Or a program that ends after the last download would leave undone what is done with the file. */
    @Test
    void goesOnOnlyAfterListenersHaveHeardOfTheEnd() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            var order = new CopyOnWriteArrayList<String>();
            var heard = new CountDownLatch(1);
            var mayGoOn = new CountDownLatch(1);
            var download = bench.start(CONTENT);
            download.onProgress(progress -> {
                if (progress.phase() instanceof Phase.Finished) {
                    heard.countDown();
                    awaitQuietly(mayGoOn);
                    order.add("listened");
                }
            });
            heard.await();
            var waiting = Thread.ofPlatform().start(() -> {
                assertDoesNotThrow(download::await);
                order.add("awaited");
            });
            Eventually.holds("it waits or has ended", () -> waiting.getState() != Thread.State.RUNNABLE);
            mayGoOn.countDown();
            waiting.join();
            assertEquals(List.of("listened", "awaited"), order);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void removesWhatHasCome() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().pace(SLOW);
            var download = bench.start(CONTENT);
            bench.server().ledger().awaitTotal(1_000_000);
            download.remove();
            assertThrows(DownloadException.Stopped.class, download::await);
            assertEquals(new Phase.Removed(), download.progress().phase());
            try (var files = Files.list(bench.folder())) {
                assertEquals(List.of(), files.toList());
            }
            Eventually.holds("it is forgotten", () -> bench.service().all().isEmpty());
            bench.fetch(CONTENT);
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void anotherFileOfTheSameNameDoesNotTakeThePlaceOfOneThatIsHalfThere() throws Exception {
        var other = new Content(4_000_000, 3);
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().pace(SLOW);
            Download first = bench.start(CONTENT);
            bench.server().ledger().awaitTotal(1_000_000);
            first.pause();
            assertThrows(DownloadException.Stopped.class, first::await);
            bench.reopen();
            bench.server().put(Workbench.FILE, other);
            assertThrows(DiskException.OtherBegun.class, () -> bench.fetch(other));
            bench.reopen();
            bench.service().discard(bench.target());
            bench.fetch(other);
            assertTrue(bench.isRight(other));
        }
    }

    @Test
    void aMirrorIsAsGoodAsTheHub() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            var mirror = Source.parse(bench.server().address() + "/owner/repo/resolve/main/" + Workbench.FILE)
                    .orElseThrow();
            bench.server().onHub(exchange -> {
                // a mirror without lists
                if (exchange.path().startsWith("/api/")) {
                    exchange.empty(404);
                } else {
                    bench.server().hub(exchange);
                }
            });
            var file = bench.service()
                    .start(DownloadRequest.unpinned(bench.target(), mirror))
                    .await();
            assertEquals(CONTENT.sha256(), file.sha256());
            assertFalse(file.pinned());
        }
    }

    @Test
    void bringsSeveralAtOnceAlsoWithFewConnections() throws Exception {
        var three =
                new DownloadSettings(1 << 20, 64 << 10, 0, 4, 3, 3, 4, Duration.ofMillis(20), Duration.ofMinutes(15));
        var contents = List.of(new Content(3_000_000, 4), new Content(3_000_000, 5), new Content(3_000_000, 6));
        try (var bench = new Workbench(folder, CONTENT).with(three)) {
            var downloads = new ArrayList<Download>();
            for (int i = 0; i < contents.size(); i++) {
                bench.server().put(i + ".gguf", contents.get(i));
                downloads.add(bench.service()
                        .start(DownloadRequest.pinned(
                                bench.folder().resolve(i + ".gguf"),
                                contents.get(i).size(),
                                contents.get(i).sha256(),
                                List.of(Source.huggingFace("owner/repo", "main", i + ".gguf")))));
            }
            for (int i = 0; i < contents.size(); i++) {
                assertEquals(contents.get(i).sha256(), downloads.get(i).await().sha256());
            }
        }
    }
}
