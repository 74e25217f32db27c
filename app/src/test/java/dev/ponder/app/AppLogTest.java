package dev.ponder.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppLogTest {

    private static final Logger LOG = System.getLogger(AppLogTest.class.getName());

    @TempDir
    private Path folder;

    @Test
    void writesWhatHappened() throws Exception {
        try (var _ = AppLog.open(folder)) {
            LOG.log(Level.INFO, "loaded {0} in {1} ms", "demo", 12);
            LOG.log(Level.DEBUG, "not of interest");
        }
        var text = Files.readString(folder.resolve("ponder.log"));
        assertTrue(text.contains(
                Thread.currentThread().getName() + " INFO " + AppLogTest.class.getName() + ": loaded demo in 12 ms"));
        assertFalse(text.contains("interest"));
    }

    @Test
    void aFailureIsLoggedWithoutWhatItMightQuote() throws Exception {
        try (var _ = AppLog.open(folder)) {
            LOG.log(
                    Level.ERROR,
                    "cannot read",
                    new IOException("no such folder", new IllegalStateException("dear diary")));
            try {
                new ObjectMapper().readTree("{ dear diary }");
            } catch (IOException e) {
                LOG.log(Level.ERROR, "cannot parse", e);
            }
        }
        var text = Files.readString(folder.resolve("ponder.log"));
        assertTrue(text.contains("java.io.IOException: no such folder"), text);
        assertTrue(text.contains("caused by: java.lang.IllegalStateException\n"), text);
        assertTrue(text.contains("JsonParseException"), text);
        assertTrue(text.contains("at " + AppLogTest.class.getName()), text);
        assertFalse(text.contains("dear") || text.contains("diary"), text);
    }

    @Test
    void startsAnewWhenItIsLargeAndKeepsTheLast() throws Exception {
        var line = "x".repeat(1_000);
        try (var _ = AppLog.open(folder)) {
            for (int i = 0; i < 8_000; i++) {
                LOG.log(Level.INFO, i + " " + line);
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("ponder.1.log", "ponder.2.log", "ponder.3.log", "ponder.4.log", "ponder.log"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertTrue(Files.readString(folder.resolve("ponder.log")).contains(": 7999 "));
        assertTrue(Files.size(folder.resolve("ponder.1.log")) < 1_100_000);
    }

    @Test
    void onlyTheOwnerCanReadIt() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        var logs = folder.resolve("logs");
        try (var _ = AppLog.open(logs)) {
            LOG.log(Level.INFO, "private");
        }
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(logs)));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(logs.resolve("ponder.log"))));
    }
}
