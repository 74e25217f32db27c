package dev.ponder.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir
    private Path folder;

    @Test
    void opensTheWindowForAModelFileAndNothingElse() throws Exception {
        var model = Files.createFile(folder.resolve("Qwen3-4B.GGUF"));
        assertTrue(Main.isModelFile(model.toString()));
        assertFalse(Main.isModelFile(folder.resolve("gone.gguf").toString()));
        assertFalse(Main.isModelFile("chat"));
        assertFalse(Main.isModelFile(folder.toString()));
    }

    @Test
    void knowsWhereAWindowCanBeShown() {
        assertFalse(Main.hasDisplay(Map.of(), "Linux", ""));
        assertTrue(Main.hasDisplay(Map.of("DISPLAY", ":0"), "Linux", ""));
        assertTrue(Main.hasDisplay(Map.of(), "Mac OS X", ""));
    }

    @Test
    void namesItsPartsWithVersionsAndLicences() {
        var parts = Versions.parts();
        parts.forEach(part -> assertFalse(part.contains("null") || part.contains("${"), part));
        for (var name : List.of("llama.cpp", "AtlantaFX", "sqlite-jdbc", "commonmark-java", "Apache PDFBox")) {
            assertTrue(
                    parts.stream().anyMatch(part -> part.matches("(.*; )?" + name + " v?\\d+\\.\\d+.*, .+")),
                    name + " in " + parts);
        }
    }
}
