package dev.ponder.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelFileNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"Qwen3-4B-Q4_K_M.gguf", "a.gguf", "modèle (2) v1.5+.gguf", "big-00001-of-00002.gguf", "模型.gguf"})
    void takesPlainNames(String name) {
        assertEquals(name, ModelFileName.of(name).orElseThrow().text());
    }

    @Test
    void writesTheExtensionSmall() {
        assertEquals("A.gguf", ModelFileName.of("A.GGUF").orElseThrow().text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".gguf",
                "..gguf",
                "../a.gguf",
                "a/b.gguf",
                "a\\b.gguf",
                "/etc/passwd",
                "a.bin",
                "a:b.gguf",
                "-rf.gguf",
                ".hidden.gguf",
                "a\u0000.gguf",
                "a\n.gguf",
                "con.gguf",
                "LPT1.gguf",
                "aux.tar.gguf",
                "a*.gguf",
                "a\u202Efugg.gguf",
                "~.gguf",
                "$HOME.gguf",
                "a|b.gguf"
            })
    void refusesWhatCouldLeadElsewhere(String name) {
        assertTrue(ModelFileName.of(name).isEmpty(), name);
    }

    @Test
    void refusesNamesThatNoFileSystemHolds() {
        assertTrue(ModelFileName.of("a".repeat(200) + ".gguf").isEmpty());
    }
}
