package dev.ponder.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoModelTest {

    private String outer;

    @TempDir
    private Path home;

    @BeforeEach
    void rememberTheProperty() {
        outer = System.getProperty(DemoModel.FILE_PROPERTY, "");
    }

    @AfterEach
    void restoreTheProperty() {
        System.setProperty(DemoModel.FILE_PROPERTY, outer);
        System.clearProperty(DemoModel.HOME_PROPERTY);
    }

    @Test
    void theCarriedFileIsTheOneTheCardDescribes() throws IOException, NoSuchAlgorithmException {
        byte[] content = Files.readAllBytes(DemoModel.file().orElseThrow());
        assertEquals(DemoModel.SIZE, content.length);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
        assertEquals(DemoModel.SHA_256, HexFormat.of().formatHex(digest));
    }

    @Test
    void theRepositorysCardGivesTheSameFigures() throws IOException {
        var card = Files.readString(Path.of(System.getProperty("ponder.root"), "docs", "demo-model", "README.md"));
        assertTrue(card.contains(DemoModel.SHA_256), "hash");
        assertTrue(card.contains(grouped(DemoModel.SIZE) + " bytes"), "size");
        assertTrue(card.contains(grouped(DemoModel.PARAMETERS)), "parameters");
        assertTrue(card.contains(DemoModel.LICENCE), "licence");
        assertTrue(card.contains("a toy, not Qwen"), "what it is");
    }

    @Test
    void findsTheFileOfTheInstallation() throws IOException {
        var file = Files.createDirectories(home.resolve("models/demo")).resolve("qwen3-demo-q8_0.gguf");
        Files.createFile(file);
        System.setProperty(DemoModel.FILE_PROPERTY, "");
        System.setProperty(DemoModel.HOME_PROPERTY, home.toString());
        assertEquals(Optional.of(file), DemoModel.file());
    }

    @Test
    void isEmptyWhereTheInstallationLacksIt() {
        System.clearProperty(DemoModel.FILE_PROPERTY);
        System.setProperty(DemoModel.HOME_PROPERTY, home.toString());
        assertEquals(Optional.empty(), DemoModel.file());
    }

    @Test
    void aNamedFileThatIsMissingIsNotReplacedByAnother() throws IOException {
        Files.createFile(Files.createDirectories(home.resolve("models/demo")).resolve("qwen3-demo-q8_0.gguf"));
        System.setProperty(DemoModel.FILE_PROPERTY, home.resolve("gone.gguf").toString());
        System.setProperty(DemoModel.HOME_PROPERTY, home.toString());
        assertEquals(Optional.empty(), DemoModel.file());
    }

    private static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
