package dev.ponder.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.app.PonderPaths;
import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Conversations;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.store.Store;
import dev.ponder.store.StoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataReplacementTest {

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void deletesEverythingButTheModelsAndFollowsNoLink() throws IOException {
        var models = Files.createDirectories(folder.resolve("models"));
        Files.writeString(models.resolve("large.gguf"), "weights");
        Files.writeString(folder.resolve("ponder.db"), "conversations");
        Files.writeString(Files.createDirectories(folder.resolve("logs")).resolve("ponder.log"), "lines");
        var precious = Files.writeString(elsewhere.resolve("letter.txt"), "not Ponder's");
        Files.createSymbolicLink(folder.resolve("link"), elsewhere);

        DataReplacement.deleteAllBut(models, folder);

        try (var left = Files.list(folder)) {
            assertEquals("[" + models + "]", left.toList().toString());
        }
        assertTrue(Files.exists(models.resolve("large.gguf")));
        assertTrue(Files.exists(precious));
    }

    @Test
    void aBackupComesBackAsItWas() throws Exception {
        var paths = new PonderPaths(folder);
        var settings = ConversationSettings.of(ThinkingChoice.ON, null);
        dev.ponder.store.Backup backup;
        try (var store = Store.open(new StoreFiles(folder));
                var conversations = Conversations.open(store)) {
            conversations.say(conversations.create(settings).id(), "before the backup");
            backup = store.backUp(LocalDate.of(2026, 1, 2)).orElseThrow();
            conversations.say(conversations.create(settings).id(), "after it");
        }

        DataReplacement.restore(paths, backup);

        try (var store = Store.open(new StoreFiles(folder));
                var conversations = Conversations.open(store)) {
            var list = conversations.list();
            assertEquals(1, list.size());
            assertEquals("before the backup", list.getFirst().opening());
        }
    }
}
