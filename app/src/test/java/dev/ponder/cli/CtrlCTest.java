package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A terminal sends Ctrl+C to every process in it: to the command line and to its engine. */
@DisabledOnOs(OS.WINDOWS)
class CtrlCTest {

    private static final int SIGINT = 2;

    @TempDir
    private Path data;

    @Test
    void endsAReplyWithItsTextAndItsFigures() throws IOException, InterruptedException {
        assumeFalse(isIgnoredHere(), "who started these tests has Ctrl+C ignored, and children inherit that");
        // with more threads than cores ggml waits for itself at every step: the reply would take minutes, and the
        // signal meets it in the middle however long it takes to be sent
        var threads = Integer.toString(2 * Runtime.getRuntime().availableProcessors());
        var process = start("chat", "--json", "--no-think", "--threads", threads, "Count from 1 to 300");
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            var first = readUntil(lines, "{\"type\":\"answer\"");
            var pids = new ArrayList<>(List.of("kill", "-INT", Long.toString(process.pid())));
            process.descendants().forEach(child -> pids.add(Long.toString(child.pid())));
            assertEquals(4, pids.size(), "the engine runs in a process of its own");
            assertEquals(0, new ProcessBuilder(pids).start().waitFor());

            var rest = lines.lines().toList();
            assertEquals(130, process.waitFor());
            assertTrue(first.startsWith("{\"type\":\"answer\""), first);
            assertTrue(rest.getLast().startsWith("{\"type\":\"done\",\"stopReason\":\"cancelled\""), rest.getLast());
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean isIgnoredHere() throws IOException {
        var status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 1L << SIGINT - 1) != 0);
    }

    private Process start(String... arguments) throws IOException {
        var words = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        words.addAll(List.of("-Xmx256m", "--enable-native-access=ALL-UNNAMED"));
        for (var property : List.of("ponder.natives", "ponder.demo.model")) {
            words.add("-D" + property + "=" + System.getProperty(property));
        }
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), PonderProcess.class.getName()));
        words.addAll(List.of(arguments));
        var builder = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PONDER_HOME", data.toString());
        return builder.start();
    }

    private static String readUntil(BufferedReader lines, String beginning) throws IOException {
        var line = lines.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = lines.readLine();
        }
        return String.valueOf(line);
    }
}
