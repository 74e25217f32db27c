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

    private PhysicalCores() {}

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
