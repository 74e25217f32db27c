package dev.ponder.settings;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ponder.chat.OverflowPolicy;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.engine.KvType;
import dev.ponder.engine.Sampling;
import dev.ponder.store.SmallDisk;
import dev.ponder.thinking.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void setUp() {
        file = folder.resolve("data").resolve("settings.json");
    }

    @Test
    void withoutAFileTheDefaultsHold() throws Exception {
        assertEquals(Settings.DEFAULT, SettingsFile.open(file).settings());
    }

    @Test
    void everythingIsKept() throws Exception {
        var sampling = new Sampling(0.6, 20, 0.95, 0, 1.5, 0, 1.05, 7);
        SettingsFile.open(file)
                .update(settings -> settings.withAppearance(Appearance.DARK)
                        .withFontScale(1.25)
                        .withReasoningPane(ReasoningPane.OPEN)
                        .withThinking(new ThinkingSettings(ThinkingChoice.AUTO, new Budget(700), 20, true))
                        .withOverflow(OverflowPolicy.DROP_OLDEST)
                        .withTrashDays(7)
                        .withModel("demo")
                        .withModel("/models/ünï côdé.gguf")
                        .withModelSettings("demo", new ModelSettings(4_096, 2, KvType.Q8_0, 3, 12, sampling, null))
                        .withWindow(new WindowPlace(-10.5, 20, 1_280, 800, true)));
        var settings = SettingsFile.open(file).settings();
        assertEquals(Appearance.DARK, settings.appearance());
        assertEquals(1.25, settings.fontScale());
        assertEquals(ReasoningPane.OPEN, settings.reasoningPane());
        assertEquals(new ThinkingSettings(ThinkingChoice.AUTO, new Budget(700), 20, true), settings.thinking());
        assertEquals(OverflowPolicy.DROP_OLDEST, settings.overflow());
        assertEquals(7, settings.trashDays());
        assertEquals("/models/ünï côdé.gguf", settings.model());
        assertEquals(List.of("/models/ünï côdé.gguf", "demo"), settings.recentModels());
        assertEquals(new ModelSettings(4_096, 2, KvType.Q8_0, 3, 12, sampling, null), settings.of("demo"));
        assertEquals(ModelSettings.RECOMMENDED, settings.of("other"));
        assertEquals(new WindowPlace(-10.5, 20, 1_280, 800, true), settings.window());
    }

    @Test
    void daysThatMakeNoSenseAreBroughtIntoTheirLimits() throws Exception {
        write("{\"trashDays\": -5}");
        assertEquals(0, SettingsFile.open(file).settings().trashDays());
        write("{\"trashDays\": 1e9}");
        assertEquals(
                Settings.MOST_TRASH_DAYS, SettingsFile.open(file).settings().trashDays());
        write("{\"trashDays\": \"soon\"}");
        assertEquals(30, SettingsFile.open(file).settings().trashDays());
    }

    @Test
    void whatALaterPonderWroteStaysInTheFile() throws Exception {
        write("""
                {"appearance": "SEPIA", "thinking": "OFF", "voice": {"pitch": 3}, "fontScale": "large",
                 "models": {"demo": {"threads": 2, "draftModel": "tiny"}}}
                """);
        var settings = SettingsFile.open(file);
        assertEquals(Appearance.SYSTEM, settings.settings().appearance());
        assertEquals(2, settings.settings().of("demo").threads());
        settings.update(now -> now.withThinking(now.thinking().withChoice(ThinkingChoice.ON))
                .withModelSettings("demo", new ModelSettings(0, 1, KvType.F16, 4, -1, null, null)));
        var text = Files.readString(file);
        for (String kept : List.of("SEPIA", "pitch", "large", "draftModel")) {
            assertTrue(text.contains(kept), text);
        }
        assertEquals(4, SettingsFile.open(file).settings().of("demo").threads());
        assertEquals(
                ThinkingChoice.ON, SettingsFile.open(file).settings().thinking().choice());
    }

    @Test
    void anUnreadableFileIsKeptAndReported() throws Exception {
        for (String damage : List.of("", "{", "[]", "\"text\"", "{\"thinking\": \"OFF\"", "\u0000\u0001")) {
            write(damage);
            var settings = SettingsFile.open(file);
            assertEquals(Settings.DEFAULT, settings.settings(), damage);
            var kept = settings.corruptFile().orElseThrow();
            assertTrue(kept.getFileName().toString().startsWith("settings.json.corrupt-"), kept.toString());
            assertEquals(damage, Files.readString(kept));
            settings.update(now -> now.withFontScale(1.5));
            assertEquals(damage, Files.readString(kept), "the next change leaves it alone");
            assertTrue(SettingsFile.open(file).corruptFile().isEmpty());
            Files.delete(kept);
        }
    }

    @Test
    void noDamageEndsInAnythingButSettings() throws Exception {
        SettingsFile.open(file).update(now -> now.withModel("demo").withFontScale(1.5));
        var healthy = Files.readAllBytes(file);
        var random = new Random(4);
        for (int i = 0; i < 300; i++) {
            var damaged = healthy.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            Files.write(file, damaged);
            var settings = SettingsFile.open(file);
            double scale = settings.settings().fontScale();
            assertTrue(scale >= Settings.SMALLEST_FONT && scale <= Settings.LARGEST_FONT);
            if (settings.corruptFile().isPresent()) {
                assertArrayEquals(
                        damaged, Files.readAllBytes(settings.corruptFile().get()));
            }
        }
    }

    @Test
    void aFullDiskLeavesTheOldSettings() throws Exception {
        try (var disk = SmallDisk.mount(folder.resolve("disk"), 1)) {
            var crowded = disk.folder().resolve("settings.json");
            var settings = SettingsFile.open(crowded);
            settings.update(now -> now.withFontScale(1.5));
            var before = Files.readString(crowded);
            fill(disk.folder().resolve("ballast"));
            var heard = new ArrayList<Settings>();
            try (var _ = settings.subscribe(heard::add)) {
                assertThrows(IOException.class, () -> settings.update(now -> now.withFontScale(2)));
            }
            assertEquals(before, Files.readString(crowded));
            assertEquals(1.5, settings.settings().fontScale());
            assertEquals(List.of(), heard);
            Files.delete(disk.folder().resolve("ballast"));
            settings.update(now -> now.withFontScale(2));
            assertEquals(2, SettingsFile.open(crowded).settings().fontScale());
        }
    }

    @Test
    void subscribersHearOfEachChangeUntilTheyLeave() throws Exception {
        var settings = SettingsFile.open(file);
        var heard = new ArrayList<Double>();
        try (var _ = settings.subscribe(now -> heard.add(now.fontScale()))) {
            settings.update(now -> now.withFontScale(1.5));
            settings.update(now -> now.withFontScale(1.5));
        }
        settings.update(now -> now.withFontScale(2));
        assertEquals(List.of(1.5), heard);
    }

    @Test
    void onlyTheOwnerCanReadItAndNothingElseIsLeft() throws Exception {
        SettingsFile.open(file).update(now -> now.withFontScale(1.5));
        try (Stream<Path> files = Files.list(file.getParent())) {
            assertEquals(List.of(file), files.toList());
        }
        assumeTrue(file.getFileSystem().supportedFileAttributeViews().contains("posix"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void fill(Path ballast) throws IOException {
        try (var out = Files.newOutputStream(ballast)) {
            while (true) {
                out.write(new byte[4_096]);
            }
        } catch (IOException _) {
            // full
        }
    }
}
