package dev.ponder.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.engine.LocalEngine;
import dev.ponder.engine.NativesFolder;
import dev.ponder.models.fit.Bandwidth;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real engine: how fast this computer is nobody knows, but it reads some megabytes a second, and not a petabyte. */
class SpeedProbeTest {

    @TempDir
    private Path folder;

    @Test
    void findsASpeedAndLeavesNothingBehind() throws Exception {
        try (var engine = new LocalEngine(NativesFolder.locate())) {
            var speed = new SpeedProbe(engine, folder).run();

            assertEquals(Bandwidth.Basis.PROBED, speed.main().basis());
            double read = speed.main().bytesPerSecond();
            assertTrue(read > 1e6 && read < 1e15, read + " bytes a second");
        }
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }
}
