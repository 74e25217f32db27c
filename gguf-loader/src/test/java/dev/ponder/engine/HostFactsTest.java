package dev.ponder.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the engine finds out about the computer. */
class HostFactsTest {

    @TempDir
    Path folder;

    @Test
    void coresWithTwoThreadsCountOnce() throws IOException {
        for (int cpu = 0; cpu < 8; cpu++) {
            var topology = Files.createDirectories(folder.resolve("cpu" + cpu + "/topology"));
            Files.writeString(topology.resolve("thread_siblings_list"), cpu % 4 + "," + (cpu % 4 + 4) + "\n");
        }
        Files.createDirectories(folder.resolve("cpufreq"));
        assertEquals(4, PhysicalCores.linuxCores(folder, 8));
    }

    @Test
    void aHiddenTopologyCountsAllThatWasGiven() {
        assertEquals(6, PhysicalCores.linuxCores(folder.resolve("missing"), 6));
        assertEquals(6, PhysicalCores.linuxCores(folder, 6));
    }

    @Test
    void availableMemoryIsWhatTheKernelEstimates() throws IOException {
        var meminfo = Files.writeString(
                folder.resolve("meminfo"), "MemTotal:  100 kB\nMemFree:  10 kB\nMemAvailable:   64 kB\n");
        assertEquals(64 * 1024, MainMemory.linuxAvailable(meminfo));
    }

    @Test
    void aTinyModelGetsOneThreadAndALargeOneEveryCore() {
        assertEquals(1, PhysicalCores.sensibleThreads(8, 9_496_576));
        assertEquals(8, PhysicalCores.sensibleThreads(8, 639_446_688));
    }

    @Test
    void thisComputerHasCoresAndMemory() {
        assertTrue(PhysicalCores.count() >= 1);
        assertTrue(MainMemory.available() > 0);
    }
}
