package dev.ponder.prompts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ponder.store.Store;
import dev.ponder.store.StoreFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemPromptsTest {

    @TempDir
    private Path folder;

    @Test
    void keepsInstructionsByNameThroughARestart() throws Exception {
        try (var store = Store.open(new StoreFiles(folder))) {
            var prompts = new SystemPrompts(store);
            prompts.add("Zeit", "Antworte auf Deutsch.");
            long brief = prompts.add("  brief ", "Answer in one sentence.");
            long gone = prompts.add("Gone", "x");
            prompts.change(brief, "Brief", "Answer in one short sentence.");
            prompts.delete(gone);
        }
        try (var store = Store.open(new StoreFiles(folder))) {
            var kept = new SystemPrompts(store).list();
            assertEquals(
                    List.of("Brief", "Zeit"),
                    kept.stream().map(SystemPrompt::name).toList());
            assertEquals("Answer in one short sentence.", kept.getFirst().text());
        }
    }

    @Test
    void oneAtTheMostIsTheDefault() throws Exception {
        try (var store = Store.open(new StoreFiles(folder))) {
            var prompts = new SystemPrompts(store);
            long one = prompts.add("One", "1");
            long two = prompts.add("Two", "2");
            assertEquals("", prompts.ofNewConversations());
            prompts.setDefault(one, true);
            prompts.setDefault(two, true);
            assertEquals("2", prompts.ofNewConversations());
            assertEquals(
                    1, prompts.list().stream().filter(SystemPrompt::isDefault).count());
            prompts.setDefault(one, false);
            assertEquals("2", prompts.ofNewConversations());
            prompts.setDefault(two, false);
            assertEquals("", prompts.ofNewConversations());
        }
    }
}
