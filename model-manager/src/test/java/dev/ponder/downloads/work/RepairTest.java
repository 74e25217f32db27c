package dev.ponder.downloads.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.downloads.ContentException;
import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.DownloadRequest;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.disk.Journal;
import dev.ponder.downloads.disk.PartPaths;
import dev.ponder.downloads.hub.Content;
import dev.ponder.downloads.hub.Exchange;
import dev.ponder.downloads.hub.HubServer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong bytes, from the network, a server or the disk. */
class RepairTest {

    private static final long MIB = 1 << 20;
    private static final Content CONTENT = new Content(5_500_000, 1);

    @TempDir
    private Path folder;

    @Test
    void aPieceThatCameWrongOnceIsFetchedAgain() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            var seen = ConcurrentHashMap.<Long>newKeySet();
            // each of these bytes is wrong the first time
            bench.server()
                    .onBytes(exchange -> wrong(
                            bench,
                            exchange,
                            at -> Set.of(2_500_000L, 4_700_000L).contains(at) && seen.add(at)));
            bench.fetch(CONTENT);
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void aServerWithWrongBytesIsRepairedFromAnotherOne() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().onBytes(exchange -> wrong(bench, exchange, at -> at % (2 * MIB) == 77));
            bench.fetch(CONTENT, Workbench.hugging(), Workbench.modelScope());
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void twoServersWithDifferentWrongBytesStillMakeARightFile() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().onBytes(exchange -> wrong(bench, exchange, at -> at == 77));
            bench.server().onHub(exchange -> {
                if (exchange.path().startsWith("/models/")) {
                    wrong(bench, exchange, at -> at == 3 * MIB + 5);
                } else {
                    bench.server().hub(exchange);
                }
            });
            bench.fetch(CONTENT, Workbench.hugging(), Workbench.modelScope());
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void whatIsWrongEveryTimeIsNeverAcceptedAndNeverThrownAway() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().onBytes(exchange -> wrong(bench, exchange, at -> at == 2_500_000));
            var download = bench.start(CONTENT);
            var why = assertThrows(ContentException.HashWrong.class, download::await);
            assertTrue(why.getMessage().contains("127.0.0.1"), why.getMessage());
            assertFalse(Files.exists(bench.target()));
            assertEquals(CONTENT.size(), download.progress().bytes());
            // now there is a source that has it right
            bench.reopen();
            bench.server().ledger().clear();
            bench.fetch(CONTENT, Workbench.hugging(), Workbench.modelScope());
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @Test
    void withHashesOfPiecesABadOneIsKnownAtOnce() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().onBytes(exchange -> wrong(bench, exchange, at -> at == 2_500_000));
            var request = new DownloadRequest(
                    bench.target(),
                    OptionalLong.of(CONTENT.size()),
                    Optional.of(CONTENT.sha256()),
                    Optional.of(CONTENT.pieces(MIB)),
                    List.of(Workbench.hugging(), Workbench.modelScope()));
            var download = bench.service().start(request);
            var isRepairing = ConcurrentHashMap.<Boolean>newKeySet();
            download.onProgress(progress -> isRepairing.add(progress.phase() instanceof Phase.Repairing));
            download.await();
            assertTrue(bench.isRight(CONTENT));
            assertFalse(isRepairing.contains(true));
            assertEquals(MIB + 2, bench.server().ledger().twice(), "one piece, and the bytes to ask with");
        }
    }

    @Test
    void withHashesOfPiecesOneThatIsAlwaysBadIsToldSoon() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().onBytes(exchange -> wrong(bench, exchange, at -> at == 2_500_000));
            var request = new DownloadRequest(
                    bench.target(),
                    OptionalLong.of(CONTENT.size()),
                    Optional.of(CONTENT.sha256()),
                    Optional.of(CONTENT.pieces(MIB)),
                    List.of(Workbench.hugging()));
            assertThrows(
                    ContentException.HashWrong.class,
                    () -> bench.service().start(request).await());
            assertFalse(Files.exists(bench.target()));
            assertTrue(bench.server().ledger().twice() < 10 * MIB);
        }
    }

    @Test
    void whatTheDiskLostBetweenTwoRunsIsFetchedAgain() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().onBytes(exchange -> {
                if (bench.server().ledger().total() > 4_000_000) {
                    exchange.empty(404);
                } else {
                    bench.server().bytes(exchange);
                }
            });
            assertThrows(DownloadException.class, () -> bench.fetch(CONTENT));
            bench.reopen();
            var kept = Journal.read(new PartPaths(bench.target()).journal());
            try (var file =
                    new RandomAccessFile(new PartPaths(bench.target()).part().toFile(), "rw")) {
                file.seek(MIB);
                file.write(new byte[4096]);
                file.seek(2 * MIB + 200_000);
                file.write(new byte[10]);
            }
            bench.wellAgain();
            bench.server().ledger().clear();
            bench.fetch(CONTENT);
            assertTrue(bench.isRight(CONTENT));
            // of a piece that was noted as a whole all is fetched again, else the extent
            long lost = (kept.pieces().containsKey(1) ? MIB : Workbench.SMALL.extentBytes())
                    + (kept.pieces().containsKey(2) ? MIB : Workbench.SMALL.extentBytes());
            assertEquals(
                    CONTENT.size() - kept.ranges().total() + lost + 1,
                    bench.server().ledger().total());
        }
    }

    @Test
    void aPartFileThatIsGoneOrShortIsNoHarm() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            for (boolean isGone : List.of(false, true)) {
                bench.server().onBytes(exchange -> {
                    if (bench.server().ledger().total() > 4_000_000) {
                        exchange.empty(404);
                    } else {
                        bench.server().bytes(exchange);
                    }
                });
                assertThrows(DownloadException.class, () -> bench.fetch(CONTENT));
                bench.reopen();
                var part = bench.folder().resolve(Workbench.FILE + ".part");
                try (var file = new RandomAccessFile(part.toFile(), "rw")) {
                    file.setLength(1_500_000);
                }
                if (isGone) {
                    Files.delete(part);
                }
                bench.wellAgain();
                bench.fetch(CONTENT);
                assertTrue(bench.isRight(CONTENT));
                Files.delete(bench.target());
                bench.reopen();
                bench.server().ledger().clear();
            }
        }
    }

    /** Sends what was asked for, but for some bytes. */
    private static void wrong(Workbench bench, Exchange exchange, LongPredicate isWrong) throws IOException {
        HubServer server = bench.server();
        var range = exchange.range(CONTENT.size());
        exchange.partHead(range, CONTENT.size());
        var bytes = new byte[10_000];
        for (long position = range.start(); position < range.end(); position += bytes.length) {
            int count = (int) Math.min(bytes.length, range.end() - position);
            server.content(exchange).fill(position, bytes, count);
            for (int i = 0; i < count; i++) {
                if (isWrong.test(position + i)) {
                    bytes[i] ^= 1;
                }
            }
            exchange.bytes(CONTENT, position, bytes, count);
        }
    }
}
