package dev.ponder.downloads.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.downloads.DiskException;
import dev.ponder.downloads.Eventually;
import dev.ponder.downloads.Phase;
import dev.ponder.downloads.hub.Content;
import dev.ponder.downloads.hub.Pace;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two running copies of Ponder that want the same file. */
class TwoProcessesTest {

    private static final Content CONTENT = new Content(12_000_000, 1);
    private static final Pace SLOW = new Pace(4_000_000);

    @TempDir
    private Path folder;

    @Test
    void oneFetchesAndTheOtherWatches() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().pace(SLOW);
            var other =
                    DownloadProgram.start(bench.server(), bench.target(), CONTENT, CONTENT.sha256(), Workbench.SMALL);
            try (var lines = new BufferedReader(other.inputReader(StandardCharsets.US_ASCII))) {
                bench.server().ledger().awaitTotal(500_000);
                var download = bench.start(CONTENT);
                Eventually.holds(
                        "it is seen how far the other is",
                        () -> download.progress().phase() instanceof Phase.Elsewhere
                                && download.progress().bytes() > 1_000_000
                                && download.progress().size().isPresent());
                // two threads report there, so this need not be the last line
                assertTrue(lines.lines().anyMatch(("done " + CONTENT.sha256())::equals));
                assertEquals(CONTENT.sha256(), download.await().sha256());
            }
            assertEquals(CONTENT.size() + 1, bench.server().ledger().total(), "each byte came once");
        }
    }

    @Test
    void theOtherTakesOverWhenTheFirstIsKilled() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            bench.server().pace(SLOW);
            var other =
                    DownloadProgram.start(bench.server(), bench.target(), CONTENT, CONTENT.sha256(), Workbench.SMALL);
            bench.server().ledger().awaitTotal(2_000_000);
            var download = bench.start(CONTENT);
            Eventually.holds("it watches", () -> download.progress().phase() instanceof Phase.Elsewhere);
            assertThrows(DiskException.InUse.class, () -> {
                try (var third = new Workbench(folder.resolve("third"), CONTENT)) {
                    third.service().discard(bench.target());
                }
            });
            other.destroyForcibly().waitFor();
            download.await();
            assertTrue(bench.server().ledger().twice() <= Workbench.SMALL.pieceBytes());
        }
    }
}
