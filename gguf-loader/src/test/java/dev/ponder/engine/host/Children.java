package dev.ponder.engine.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Processes under test. */
final class Children {

    private Children() {}

    /** Repetitions of a test that an issue gives a count for: all of them, or a tenth. */
    static int counts(int all) {
        return isAcceptance() ? all : Math.max(1, all / 10);
    }

    static boolean isAcceptance() {
        return "acceptance".equals(System.getProperty("ponder.counts"));
    }

    /** Sends a signal, by its name without SIG. */
    static void signal(long pid, String name) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(pid)).start().waitFor();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the signal was not sent", e);
        }
    }

    /** Waits until a process has ended, be it that nobody has collected its status. */
    static void awaitEnd(long pid) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (isRunning(pid)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("process " + pid + " still runs");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    static boolean isRunning(long pid) {
        var status = Path.of("/proc/" + pid + "/stat");
        try {
            var text = Files.readString(status);
            return text.charAt(text.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException e) {
            return false;
        }
    }
}
