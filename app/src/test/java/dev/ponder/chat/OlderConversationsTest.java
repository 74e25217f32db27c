package dev.ponder.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.ponder.store.OlderStores;
import dev.ponder.store.Sql;
import dev.ponder.store.Store;
import dev.ponder.store.StoreFiles;
import dev.ponder.thinking.Budget;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an earlier Ponder kept, as this one reads it. */
class OlderConversationsTest {

    @TempDir
    private Path folder;

    @Test
    void aStoreBeforeThinkingWasControlledIsReadAsItWas() throws Exception {
        var files = new StoreFiles(folder);
        try (var old = OlderStores.open(files, 1)) {
            old.write(connection -> {
                Sql.update(connection, """
                        INSERT INTO conversations (id, public_id, title, titled_by, created, updated, thinking, system_prompt,
                                                   overflow, model)
                        VALUES (1, 'c', 'A talk', 'MODEL', 1, 2, 'ON', 'Be kind.', 'STOP_AND_ASK', 'demo')
                        """);
                Sql.update(connection, """
                        INSERT INTO messages (id, public_id, conversation, parent, role, content, reasoning, state, created,
                                              model, thinking, generated_tokens, reasoning_tokens)
                        VALUES (1, 'q', 1, NULL, 'USER', 'Why?', '', 'COMPLETE', 1, NULL, NULL, NULL, NULL),
                               (2, 'a', 1, 1, 'ASSISTANT', 'So.', 'Hm.', 'COMPLETE', 2, 'Demo', 1, 5, 2),
                               (3, 'b', 1, 1, 'ASSISTANT', 'No.', '', 'STREAMING', 3, 'Demo', 0, NULL, NULL)
                        """);
                return Sql.update(connection, "UPDATE conversations SET leaf = 3");
            });
        }
        try (var store = Store.open(files);
                var conversations = Conversations.open(store)) {
            var found = conversations.find(1).orElseThrow();
            assertEquals(Budget.UNLIMITED, found.settings().budget());
            assertFalse(found.settings().tools());
            assertEquals("Be kind.", found.settings().systemPrompt());
            assertEquals(0, found.comparisons().size());
            var thought = found.messages().get(2).reply();
            assertEquals(ReplyMode.of(true), thought == null ? null : thought.mode());
            assertEquals(ThoughtCourse.NONE, thought == null ? null : thought.thought());
            assertEquals("Hm.", found.messages().get(2).text().reasoning());
            var direct = found.messages().get(3);
            assertEquals(
                    ReplyMode.of(false),
                    direct.reply() == null ? null : direct.reply().mode());
            assertEquals(MessageState.INTERRUPTED, direct.state());
        }
    }
}
