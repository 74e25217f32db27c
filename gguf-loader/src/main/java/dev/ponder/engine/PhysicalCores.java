package dev.ponder.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;

/**
 * The number of physical cores this process may use. A second thread on a core adds nothing to decode, which waits for
 * memory, and disturbs the first.
 */
final class PhysicalCores {
    private static final Path LINUX_TOPOLOGY = Path.of("/sys/devices/system/cpu");

    /** Weights below which another thread gains less by computing than it loses by waiting. */
    private static final long BYTES_WORTH_A_THREAD = 32L << 20;

    private PhysicalCores() {}

    /**
     * Threads for a model when nobody chose them: one per physical core, but fewer for a tiny model. ggml's threads meet
     * at a barrier after every operation and spin there. The operations of a tiny model are over in microseconds, so on a
     * busy computer its threads mostly wait for one that the system has set aside.
     */
    static int sensibleThreads(int cores, long weightBytes) {
        return Math.clamp(weightBytes / BYTES_WORTH_A_THREAD, 1, cores);
    }

    static int count() {
        int logical = Runtime.getRuntime().availableProcessors();
        var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("linux")) {
            return Math.clamp(linuxCores(LINUX_TOPOLOGY, logical), 1, logical);
        }
        if (os.contains("windows") && "amd64".equals(System.getProperty("os.arch"))) {
            // Windows tells the topology by a native call alone; two threads a core is the rule on x86-64 there
            return Math.max(1, logical / 2);
        }
        return logical; // Apple's processors have one thread a core
    }

    /** Counts distinct cores by their sibling lists, which is how the kernel documents its topology. */
    static int linuxCores(Path topology, int logical) {
        var cores = new HashSet<String>();
        try (var folders = Files.newDirectoryStream(topology, "cpu[0-9]*")) {
            for (var folder : folders) {
                var siblings = folder.resolve("topology/thread_siblings_list");
                if (Files.isReadable(siblings)) {
                    cores.add(Files.readString(siblings).strip());
                }
            }
        } catch (IOException e) {
            return logical; // a container may hide the topology: all it was given is then the best guess
        }
        return cores.isEmpty() ? logical : cores.size();
    }
}
