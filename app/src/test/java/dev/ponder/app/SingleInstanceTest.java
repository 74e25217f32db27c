package dev.ponder.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.Eventually;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SingleInstanceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    @Test
    void aSecondStartCallsTheFirst() throws Exception {
        var calls = new ConcurrentLinkedQueue<List<String>>();
        try (var first = first()) {
            first.listen(calls::add);
            assertEquals("called", firstLine(start("/some where/model.gguf", "other")));
            assertEquals(List.of("/some where/model.gguf", "other"), calls.poll());
            assertEquals("called", firstLine(start()));
            assertEquals(List.of(), calls.poll());
            try (Stream<Path> files = Files.list(folder)) {
                assertEquals(List.of(folder.resolve("lock")), files.toList());
            }
        }
    }

    @Test
    void aCallBeforeAnybodyListensIsHeardLater() throws Exception {
        var calls = new ConcurrentLinkedQueue<List<String>>();
        try (var first = first()) {
            var second = start("early");
            Eventually.holds("the call lies there", () -> entries() == 2);
            first.listen(calls::add);
            assertEquals("called", firstLine(second));
            assertEquals(List.of("early"), calls.poll());
        }
    }

    @Test
    void theLockComesFreeWhenItsHolderIsKilled() throws Exception {
        var holder = start();
        assertEquals("first", firstLine(holder));
        holder.destroyForcibly().waitFor();
        try (var next = first()) {
            assertTrue(Files.exists(folder.resolve("lock")));
            next.listen(_ -> {});
        }
    }

    @Test
    void aStartDuringTheOthersEndBecomesTheFirst() throws Exception {
        var holder = start();
        assertEquals("first", firstLine(holder));
        var next = start("x");
        Eventually.holds("it calls", () -> entries() == 2);
        holder.getOutputStream().close();
        assertEquals("first", firstLine(next));
        next.getOutputStream().close();
        assertEquals(0, next.waitFor());
    }

    @Test
    void aHolderThatDoesNotAnswerIsToldOf() throws Exception {
        var holder = start();
        assertEquals("first", firstLine(holder));
        assertThrows(IOException.class, () -> SingleInstance.acquire(folder, List.of(), Duration.ofMillis(300)));
        assertEquals(1, entries(), "the call is taken back");
        holder.getOutputStream().close();
        assertEquals(0, holder.waitFor());
    }

    @Test
    void twoFoldersHaveTwoWindows() throws Exception {
        try (var one = first();
                var other = SingleInstance.acquire(folder.resolve("other"), List.of(), PATIENCE)
                        .orElseThrow()) {
            assertFalse(one.equals(other));
        }
    }

    private SingleInstance first() throws IOException {
        return SingleInstance.acquire(folder, List.of(), PATIENCE).orElseThrow();
    }

    private long entries() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".new")).count();
        }
    }

    private Process start(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SecondStart.class.getName(),
                folder.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLine(Process process) throws IOException {
        return process.inputReader().readLine();
    }
}
