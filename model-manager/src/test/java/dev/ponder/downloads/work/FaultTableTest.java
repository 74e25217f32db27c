package dev.ponder.downloads.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.downloads.DownloadException;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.hub.Content;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Servers that never give the file. No bad file is ever accepted, a sentence says what is wrong and what to do, another source
 * brings the file where there is one, and once the server is well the same download goes on.
 */
class FaultTableTest {

    private static final Content CONTENT = new Content(5_500_000, 1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void isToldInAClearSentenceAndGoesOnOnceTheServerIsWell(Fault fault) throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            fault.happenOn(bench.server(), CONTENT, 0);
            var download = bench.start(CONTENT);
            check(fault, assertThrows(DownloadException.class, download::await), bench);
            assertEquals(Phase.Failed.class, download.progress().phase().getClass());
            bench.wellAgain();
            download.resume();
            assertEquals(CONTENT.sha256(), download.await().sha256());
            assertTrue(bench.isRight(CONTENT));
        }
    }

    @ParameterizedTest
    @EnumSource
    void inMidFileItKeepsWhatHasCome(Fault fault) throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            fault.happenOn(bench.server(), CONTENT, 2_000_000);
            // an address that is good hides what the hub does from then on, as on real hubs
            bench.server().expireAfter(2_000_000);
            var download = bench.start(CONTENT);
            check(fault, assertThrows(DownloadException.class, download::await), bench);
            long kept = download.progress().bytes();
            assertTrue(kept >= 2_000_000 - Workbench.SMALL.pieceBytes(), kept + " bytes");
            bench.wellAgain();
            bench.awaitQuiet();
            download.resume();
            download.await();
            assertTrue(bench.isRight(CONTENT));
            assertEquals(CONTENT.size() - kept + 1, bench.server().ledger().total());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anotherSourceBringsTheFile(Fault fault) throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            fault.happenOn(bench.server(), CONTENT, 2_000_000);
            bench.server().expireAfter(2_000_000);
            bench.fetch(CONTENT, Workbench.hugging(), Workbench.modelScope());
            assertTrue(bench.isRight(CONTENT));
        }
    }

    private static void check(Fault fault, DownloadException why, Workbench bench) {
        assertEquals(fault.kind(), why.getClass(), why.getMessage());
        assertEquals(fault.wayOn(), why.wayOn());
        assertTrue(why.getMessage().matches("[A-Z0-9].*[.]"), why.getMessage());
        assertTrue(why.getMessage().contains("127.0.0.1"), why.getMessage());
        assertFalse(why.getMessage().contains("signature"), "signed addresses are for nobody's eyes");
        assertFalse(Files.exists(bench.target()));
    }
}
