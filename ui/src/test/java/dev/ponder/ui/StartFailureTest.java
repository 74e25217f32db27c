package dev.ponder.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.settings.ReasoningPane;
import dev.ponder.settings.SettingsFile;
import dev.ponder.store.Store;
import dev.ponder.store.StoreFiles;
import dev.ponder.ui.common.Headless;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on files that it cannot use as they are. */
class StartFailureTest {

    private static final String QUESTION = "What is 12 + 30?";

    @TempDir
    private Path data;

    private Path database;

    @BeforeEach
    void fillAStore() throws Exception {
        database = new StoreFiles(data).database();
        try (var store = Store.open(new StoreFiles(data));
                var conversations = Conversations.open(store)) {
            var made = conversations.create(ConversationSettings.of(ThinkingChoice.ON, null));
            conversations.say(made.id(), QUESTION);
        }
    }

    @Test
    void aDatabaseOfANewerVersionIsRefusedAndLeftAsItIs() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                var statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 99");
        }
        var before = Files.readAllBytes(database);
        try (var ponder = new RunningPonder(data)) {
            assertSays(ponder, "saved by a newer Ponder");
            assertNull(Headless.call(() -> ponder.parts().scene().lookup("#start-empty")));
            assertNull(Headless.call(() -> ponder.parts().text()));
        }
        assertArrayEquals(before, Files.readAllBytes(database));
        assertFalse(Files.exists(data.resolve("ponder.db-wal")));
        assertFalse(Files.exists(new StoreFiles(data).setAside()));
    }

    @Test
    void ofADamagedDatabaseTheBackupComesBackOnAClick() throws Exception {
        try (var store = Store.open(new StoreFiles(data))) {
            store.backUp(LocalDate.of(2026, 3, 1));
        }
        var damaged = damage();
        try (var ponder = new RunningPonder(data)) {
            assertSays(ponder, "is damaged");
            assertSays(ponder, "2026-03-01");
            assertArrayEquals(damaged, Files.readAllBytes(database));
            click(ponder, "#start-restore");
            Headless.await(() -> ponder.parts().isReady());
            Headless.await(() -> ponder.parts().list().getItems().size() == 2);
        }
        assertArrayEquals(damaged, Files.readAllBytes(setAside()));
    }

    @Test
    void withoutABackupADamagedDatabaseIsSetAsideOnAClick() throws Exception {
        var damaged = damage();
        try (var ponder = new RunningPonder(data)) {
            assertSays(ponder, "There is no intact backup");
            assertNull(Headless.call(() -> ponder.parts().scene().lookup("#start-restore")));
            click(ponder, "#start-empty");
            Headless.await(() -> ponder.parts().isReady());
            assertTrue(ponder.answerTo(QUESTION).reply().endsWith("12+30=42"));
        }
        assertArrayEquals(damaged, Files.readAllBytes(setAside()));
    }

    @Test
    void unreadableSettingsAreKeptAndTold() throws Exception {
        var settings = Files.writeString(data.resolve("settings.json"), "{\"reasoningPane\": \"OPEN\"");
        try (var ponder = RunningPonder.ready(data)) {
            assertTrue(ponder.hasBanner("The settings could not be read"));
            var kept = Headless.call(() -> ponder.parts().banners().getFirst()).replaceAll(".*: ", "");
            assertEquals("{\"reasoningPane\": \"OPEN\"", Files.readString(Path.of(kept)));
        }
        assertEquals(
                ReasoningPane.FOLD_AT_ANSWER,
                SettingsFile.open(settings).settings().reasoningPane());
    }

    private byte[] damage() throws Exception {
        var healthy = Files.readAllBytes(database);
        var damaged = Arrays.copyOf(healthy, healthy.length / 2);
        Files.write(database, damaged);
        return damaged;
    }

    /** The database that a repair put aside. */
    private Path setAside() throws Exception {
        try (var folders = Files.list(new StoreFiles(data).setAside())) {
            return folders.findFirst().orElseThrow().resolve("ponder.db");
        }
    }

    private static void assertSays(RunningPonder ponder, String words) {
        var texts = Headless.call(() -> ponder.parts().scene().getRoot().lookupAll("*").stream()
                .map(node -> node instanceof Labeled label ? label.getText() : node.getAccessibleText())
                .filter(Objects::nonNull)
                .toList());
        assertTrue(texts.stream().anyMatch(text -> text.contains(words)), () -> words + " in " + texts);
    }

    private static void click(RunningPonder ponder, String selector) {
        var button = (Button) ponder.find(selector);
        Headless.run(button::fire);
    }
}
