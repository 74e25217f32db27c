package dev.ponder.downloads.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.downloads.ByteRange;
import dev.ponder.downloads.ContentException;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.NetworkException;
import dev.ponder.downloads.Source;
import dev.ponder.downloads.hub.Content;
import dev.ponder.downloads.hub.HubServer;
import dev.ponder.downloads.hub.Pace;
import dev.ponder.downloads.net.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that a download gets over by itself, and what it costs. */
class RecoveryTest {

    private static final Content CONTENT = new Content(5_500_000, 1);
    private static final Pace SLOW = new Pace(8_000_000);
    /** Silence is noticed at once. */
    private static final Patience SHORT = new Patience(
            Duration.ofSeconds(20), Duration.ofMillis(500), Duration.ofMillis(300), Duration.ofMillis(300), 50_000);

    @TempDir
    private Path folder;

    @Test
    void aServerThatIgnoresRangesSendsEverythingInOrder() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().onBytes(exchange -> {
                exchange.head(200, "Content-Length", CONTENT.size());
                exchange.body(CONTENT, new ByteRange(0, CONTENT.size()));
            });
            bench.fetch(CONTENT);
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void aServerThatIgnoresRangesCostsNothingThatIsThere() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().pace(SLOW);
            var download = bench.start(CONTENT);
            bench.server().ledger().awaitTotal(2_000_000);
            download.pause();
            assertThrows(DownloadException.Stopped.class, download::await);
            long kept = download.progress().bytes();
            bench.server().pace(Pace.UNLIMITED);
            bench.server().onBytes(exchange -> {
                // without a length of its own, as some proxies do
                exchange.head(200, "Connection", "close");
                exchange.body(CONTENT, new ByteRange(0, CONTENT.size()));
                throw new IOException("close");
            });
            download.resume();
            download.await();
            assertTrue(bench.isRight(CONTENT));
            assertEquals(CONTENT.size(), download.progress().bytes());
            assertTrue(kept > 0);
        }
    }

    @Test
    void aSourceThatSendsPartsIsPreferredToOneThatDoesNot() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            var whole = new AtomicInteger();
            bench.server().onBytes(exchange -> {
                if (bench.server().ledger().total() < 2_000_000) {
                    bench.server().bytes(exchange);
                } else {
                    whole.incrementAndGet();
                    exchange.head(200, "Content-Length", CONTENT.size());
                    // not one byte of it
                    throw new IOException("cut");
                }
            });
            bench.fetch(CONTENT, Workbench.hugging(), Workbench.modelScope());
            assertTrue(bench.isRight(CONTENT));
            assertTrue(whole.get() > 0);
            assertTrue(bench.server().ledger().twice() <= 2, "only bytes to ask with");
        }
    }

    @Test
    void bodiesThatAreCutCostOnlyTheRest() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().onBytes(exchange -> {
                var range = exchange.range(CONTENT.size());
                exchange.partHead(range, CONTENT.size());
                if (range.length() > 300_000) {
                    exchange.body(CONTENT, new ByteRange(range.start(), range.start() + 300_000));
                    throw new IOException("cut");
                }
                exchange.body(CONTENT, range);
            });
            bench.fetch(CONTENT);
            assertTrue(bench.isRight(CONTENT));
            assertTrue(
                    bench.server().ledger().twice() <= 1,
                    bench.server().ledger().twice() + " bytes twice");
        }
    }

    @Test
    void bytesBehindTheEndAreLeftAlone() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().onBytes(exchange -> {
                var range = exchange.range(CONTENT.size());
                exchange.head(
                        206,
                        "Content-Range",
                        "bytes " + range.start() + "-" + (range.end() - 1) + "/" + CONTENT.size(),
                        "Connection",
                        "close");
                exchange.body(CONTENT, range);
                exchange.raw("and then some more");
                throw new IOException("close");
            });
            bench.fetch(CONTENT);
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void anAddressThatExpiresInMidFileIsAskedForAnew() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().expireAfter(2_000_000);
            bench.fetch(CONTENT);
            assertTrue(bench.isRight(CONTENT));
            var asked = bench.server().asked().stream()
                    .filter(path -> path.contains("/resolve/"))
                    .count();
            assertEquals(2, asked);
            assertEquals(List.of(), bench.timing().sleeps(), "nothing to wait for");
        }
    }

    @Test
    void waitsAsLongAsTheServerAsks() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            var questions = new AtomicInteger();
            bench.server().onHub(exchange -> {
                switch (questions.incrementAndGet()) {
                    case 1 -> exchange.empty(429, "Retry-After", 17);
                    case 2 ->
                        exchange.empty(
                                429,
                                "RateLimit",
                                "\"resolvers\";r=0;t=123",
                                "RateLimit-Policy",
                                "\"fixed window\";\"resolvers\";q=3000;w=300");
                    case 3 -> exchange.empty(503, "Retry-After", 5);
                    default -> bench.server().hub(exchange);
                }
            });
            bench.fetch(CONTENT);
            assertTrue(bench.isRight(CONTENT));
            assertEquals(
                    List.of(Duration.ofSeconds(17), Duration.ofSeconds(124), Duration.ofSeconds(5)),
                    bench.timing().sleeps());
        }
    }

    @Test
    void asksAnotherSourceRatherThanToWaitLong() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().onHub(exchange -> {
                if (exchange.path().startsWith("/models/")) {
                    bench.server().hub(exchange);
                } else {
                    exchange.empty(429, "Retry-After", 60);
                }
            });
            bench.fetch(CONTENT, Workbench.hugging(), Workbench.modelScope());
            assertTrue(bench.isRight(CONTENT));
            assertEquals(List.of(), bench.timing().sleeps());
        }
    }

    @Test
    void waitsLongerAndLongerForAServerInTrouble() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            var questions = new AtomicInteger();
            bench.server().onBytes(exchange -> {
                switch (questions.incrementAndGet()) {
                    case 1 -> exchange.empty(500);
                    case 2 -> exchange.empty(502);
                    case 3 -> exchange.empty(504);
                    default -> bench.server().bytes(exchange);
                }
            });
            bench.fetch(CONTENT);
            assertTrue(bench.isRight(CONTENT));
            var sleeps = bench.timing().sleeps();
            assertEquals(3, sleeps.size());
            for (int i = 0; i < 3; i++) {
                long millis = sleeps.get(i).toMillis();
                assertTrue(millis >= 500 << i && millis <= 1_000 << i, sleeps.toString());
            }
        }
    }

    @Test
    void silenceIsNoticedAndAnotherConnectionTaken() throws Exception {
        try (var bench = new Workbench(folder, CONTENT).with(SHORT)) {
            var silences = new AtomicInteger();
            bench.server().onBytes(exchange -> {
                var range = exchange.range(CONTENT.size());
                if (range.start() < 2_000_000 || silences.incrementAndGet() > 2) {
                    bench.server().bytes(exchange);
                    return;
                }
                exchange.partHead(range, CONTENT.size());
                exchange.body(CONTENT, new ByteRange(range.start(), range.start() + 10));
                LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
            });
            bench.fetch(CONTENT);
            assertTrue(bench.isRight(CONTENT));
            assertTrue(silences.get() > 2);
        }
    }

    @Test
    void aServerThatStaysSilentIsToldAsSilent() throws Exception {
        try (var bench = new Workbench(folder, CONTENT).with(SHORT)) {
            bench.server().onBytes(exchange -> {
                exchange.partHead(exchange.range(CONTENT.size()), CONTENT.size());
                LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
            });
            assertThrows(NetworkException.Silent.class, () -> bench.fetch(CONTENT));
            bench.wellAgain();
            bench.fetch(CONTENT);
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void aServerThatNeverAnswersIsToldAsSilent() throws Exception {
        try (var bench = new Workbench(folder, CONTENT).with(SHORT)) {
            bench.server()
                    .onHub(_ -> LockSupport.parkNanos(Duration.ofSeconds(5).toNanos()));
            assertThrows(NetworkException.Silent.class, () -> bench.fetch(CONTENT));
            assertFalse(Files.exists(bench.target()));
        }
    }

    @Test
    void anEndlessTrickleIsNoticed() throws Exception {
        try (var bench = new Workbench(folder, CONTENT).with(SHORT)) {
            bench.server().onBytes(exchange -> {
                var range = exchange.range(CONTENT.size());
                exchange.partHead(range, CONTENT.size());
                for (long position = range.start(); position < range.end(); position++) {
                    exchange.body(CONTENT, new ByteRange(position, position + 1));
                    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
                }
            });
            assertThrows(NetworkException.TooSlow.class, () -> bench.fetch(CONTENT));
            bench.wellAgain();
            bench.fetch(CONTENT);
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void aFileThatChangedOnTheServerIsNeverMixedWithTheOldOne() throws Exception {
        var changed = new Content(CONTENT.size(), 2);
        try (var bench = new Workbench(folder, CONTENT)) {
            for (var source : List.of(Workbench.hugging(), Workbench.modelScope())) {
                var request = DownloadRequest.unpinned(bench.target(), source);
                bench.server().put(Workbench.FILE, CONTENT).pace(SLOW);
                bench.service().start(request);
                bench.server().ledger().awaitTotal(2_000_000);
                bench.reopen();
                bench.server().put(Workbench.FILE, changed).pace(Pace.UNLIMITED);
                var download = bench.service().start(request);
                assertThrows(ContentException.Changed.class, download::await);
                // the way on: start over
                download.remove();
                assertThrows(DownloadException.Stopped.class, download::await);
                bench.reopen();
                assertEquals(
                        changed.sha256(), bench.service().start(request).await().sha256());
                assertTrue(bench.isRight(changed));
                Files.delete(bench.target());
                bench.reopen();
                bench.server().ledger().clear();
            }
        }
    }

    @Test
    void twoHashesForOneFileAreNotBelieved() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().onHub(exchange -> {
                if (exchange.path().startsWith("/api/")) {
                    bench.server().hub(exchange);
                } else {
                    bench.server().redirect(exchange, new Content(7, 7).sha256().hex());
                }
            });
            var request = DownloadRequest.unpinned(
                    bench.target(), Source.huggingFace("owner/repo", HubServer.COMMIT, Workbench.FILE));
            var why = assertThrows(
                    DownloadException.class,
                    () -> bench.service().start(request).await());
            assertTrue(why.getMessage().contains("two hashes"), why.getMessage());
        }
    }

    @Test
    void withoutAnyHashNothingIsFetched() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            var address =
                    java.net.URI.create(bench.server().address() + "/models/owner/repo/resolve/master/model.gguf");
            var request = DownloadRequest.unpinned(bench.target(), new Source.Address(address));
            assertThrows(
                    ContentException.Unverifiable.class,
                    () -> bench.service().start(request).await());
        }
    }
}
