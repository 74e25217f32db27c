package dev.ponder.downloads.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileConnectionLogTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @TempDir
    private Path folder;

    @Test
    void saysWhenWithWhomWhyAndHowMuch() {
        var noon = Clock.fixed(Instant.parse("2026-05-01T12:00:00Z"), ZoneOffset.UTC);
        var log = new FileConnectionLog(folder.resolve("log"), noon, 1_000_000);
        log.open("huggingface.co", Purpose.RESOLVE, "hf:owner/repo/model.gguf@main")
                .close(0, "302");
        log.open("modelscope.cn", Purpose.DOWNLOAD, "modelscope:owner/repo/model.gguf@master");
        assertEquals(
                List.of(
                        new Connection(
                                noon.instant(),
                                "modelscope.cn",
                                Purpose.DOWNLOAD,
                                "modelscope:owner/repo/model.gguf@master",
                                0,
                                "open",
                                Duration.ZERO),
                        new Connection(
                                noon.instant(),
                                "huggingface.co",
                                Purpose.RESOLVE,
                                "hf:owner/repo/model.gguf@main",
                                0,
                                "302",
                                Duration.ZERO)),
                new FileConnectionLog(folder.resolve("log"), CLOCK, 1_000_000).connections(),
                "newest first, also one whose program was killed");
    }

    @Test
    void staysSmallAndKeepsTheNewest() throws Exception {
        var log = new FileConnectionLog(folder.resolve("log"), CLOCK, 20_000);
        for (int i = 0; i < 1_000; i++) {
            log.open("host" + i, Purpose.DOWNLOAD, "file").close(i, "206");
        }
        long size = 0;
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                size += Files.size(file);
            }
        }
        assertTrue(size < 50_000, size + " bytes");
        var kept = log.connections();
        assertTrue(kept.size() > 20, kept.size() + " connections");
        assertEquals("host999", kept.getFirst().host());
        assertEquals(999, kept.getFirst().bytes());
    }

    @Test
    void aLineThatACrashCutCostsNoOther() throws Exception {
        var file = folder.resolve("log");
        var log = new FileConnectionLog(file);
        log.open("one.example.org", Purpose.LISTING, "a").close(1, "200");
        Files.writeString(file, "{\"id\":\"x\",\"when\":\"20\n", StandardOpenOption.APPEND);
        log.open("two.example.org", Purpose.LISTING, "b").close(2, "200");
        assertEquals(
                List.of("two.example.org", "one.example.org"),
                log.connections().stream().map(Connection::host).toList());
    }

    @Test
    void isForItsOwnerOnly() throws Exception {
        assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
        var file = folder.resolve("log");
        new FileConnectionLog(file).open("host", Purpose.LISTING, "a").close(1, "200");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
