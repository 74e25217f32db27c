package dev.ponder.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Headless;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trash in the settings, with a conversation and a version of a message in it. */
class TrashTest {

    @TempDir
    private Path folder;

    private OpenWindow open;
    private long whole;
    private long part;
    private long second;

    @BeforeEach
    void openTheWindow() throws Exception {
        open = new OpenWindow(folder, Clock.systemUTC());
        whole = talk("Whole");
        open.conversations.delete(whole);
        part = talk("Part");
        long first =
                open.conversations.find(part).orElseThrow().branch().getFirst().id();
        second = open.conversations.edit(first, "Another way to ask").id();
        open.conversations.branches().delete(second);
        Headless.run(() -> open.window.chat().open(part));
        Headless.run(open.window::toggleSettings);
        open.settle();
    }

    private long talk(String title) throws Exception {
        long id = open.conversations
                .create(ConversationSettings.of(ThinkingChoice.OFF, "demo"))
                .id();
        open.conversations.say(id, "Hello");
        open.conversations.rename(id, title);
        return id;
    }

    @AfterEach
    void closeTheWindow() throws Exception {
        open.close();
    }

    @Test
    void aVersionComesBackAndIsShown() {
        assertEquals(List.of("Whole", "Another way to ask"), offered());
        press(Texts.of("keeping.restore.name", "Another way to ask"));
        assertEquals(second, open.shown().branch().getFirst().id());
        assertEquals(List.of("Whole"), offered());
    }

    @Test
    void oneThingIsRemovedForGoodAndTheOtherStays() throws Exception {
        press(Texts.of("keeping.remove.name", "Another way to ask"));
        assertEquals(List.of(), open.conversations.branches().list());
        assertEquals(1, open.conversations.find(part).orElseThrow().messages().size());
        assertEquals(1, open.conversations.trash().size());
        press(Texts.of("keeping.remove.name", "Whole"));
        assertTrue(open.conversations.find(whole).isEmpty());
        assertEquals(List.of(), offered());
    }

    private void press(String name) {
        Headless.run(() -> open.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> name.equals(node.getAccessibleText()))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        open.settle();
    }

    /** What lies in the trash, by what its buttons say. */
    private List<String> offered() {
        var words = Texts.of("keeping.remove.name", "|").split("\\|");
        return Headless.call(() -> open.scene().getRoot().lookupAll(".button").stream()
                .map(Node::getAccessibleText)
                .filter(name -> name != null && name.startsWith(words[0]) && name.endsWith(words[1]))
                .map(name -> name.substring(words[0].length(), name.length() - words[1].length()))
                .toList());
    }
}
