package dev.ponder.downloads.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.downloads.hub.Content;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Downloads from a server that does what it should. */
class DownloadTest {

    private static final Content CONTENT = new Content(5_500_000, 1);

    @TempDir
    private Path folder;

    @Test
    void bringsAFile() throws Exception {
        try (var bench = new Workbench(folder, CONTENT)) {
            var file = bench.fetch(CONTENT);
            assertEquals(CONTENT.sha256(), file.sha256());
            assertTrue(file.pinned());
            assertTrue(bench.isRight(CONTENT));
            assertEquals(CONTENT.size() + 1, bench.server().ledger().total(), "and a byte to ask with");
        }
    }
}
