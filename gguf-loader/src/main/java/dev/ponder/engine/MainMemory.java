package dev.ponder.engine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Main memory that is free now. llama.cpp takes all of it for free on Unix, so it has to be asked for here. */
final class MainMemory {
    private static final Path MEMINFO = Path.of("/proc/meminfo");

    private MainMemory() {}

    /** Bytes that can be used without swapping: Linux's own estimate where there is one, else the system's free memory. */
    static long available() {
        return Files.isReadable(MEMINFO) ? linuxAvailable(MEMINFO) : free();
    }

    static long linuxAvailable(Path meminfo) {
        try (var lines = Files.lines(meminfo)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElseGet(MainMemory::free);
        } catch (IOException e) {
            return free();
        }
    }

    private static long free() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getFreeMemorySize();
    }
}
