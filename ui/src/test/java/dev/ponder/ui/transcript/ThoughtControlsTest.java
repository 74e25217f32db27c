package dev.ponder.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Headless;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ways to have a reply once more, and the editor of its thought, by real keys. */
class ThoughtControlsTest {

    private Window window;

    @BeforeEach
    void open() throws InterruptedException {
        Headless.start();
        window = Window.open(760, 600, 1);
        window.show(
                TranscriptMessage.user("u", "Why?"),
                TranscriptMessage.assistant("a", Thought.done("First this.\nThen that.", 900, 12), "So."));
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void thereAreThreeWaysWhereThereIsAThought() {
        way("transcript.retry.samethoughts");
        way("transcript.retry.newthoughts");
        assertEquals(List.of("new answer a", "retry a"), window.actions.asked);
    }

    @Test
    void thinksOnFromChangedThoughts() {
        edit();
        window.press(KeyCode.END, KeyCode.CONTROL);
        window.press(KeyCode.ENTER);
        window.press(KeyCode.N);
        window.press(KeyCode.O);
        assertEquals(List.of(), window.actions.asked, "Enter breaks the line");
        window.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertEquals(List.of("think on a First this.\nThen that.\nno"), window.actions.asked);
    }

    @Test
    void escapeLeavesTheThoughtsAsTheyWere() {
        edit();
        window.press(KeyCode.X);
        window.press(KeyCode.ESCAPE);
        assertFalse(isEditing());
        assertEquals(List.of(), window.actions.asked);
        edit();
        assertEquals("First this.\nThen that.", Headless.call(() -> editor().getText()));
    }

    @Test
    void keysInTheEditorAreItsOwn() {
        edit();
        window.press(KeyCode.A, KeyCode.CONTROL);
        window.press(KeyCode.C, KeyCode.CONTROL);
        assertEquals(
                "First this.\nThen that.",
                Headless.call(() -> Clipboard.getSystemClipboard().getString()),
                "the thought, not the document around it");
        window.press(KeyCode.BACK_SPACE);
        assertEquals("", Headless.call(() -> editor().getText()));
        assertTrue(window.shows("So."));
    }

    private void edit() {
        way("transcript.retry.editthoughts");
        Headless.await(() -> isEditing() && editor().isFocused());
    }

    /** Chooses a way from the menu of the reply's bar. */
    private void way(String key) {
        window.click(window.run("So."));
        Headless.run(() -> {
            var button = (Button) window.view.bar().lookup("#retry-menu");
            button.fire();
        });
        window.frames(2);
        Headless.run(() -> menus().flatMap(menu -> menu.getItems().stream())
                .filter(item -> Texts.of(key).equals(item.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not in the menu: " + key))
                .fire());
        Headless.run(() -> menus().toList().forEach(ContextMenu::hide));
        window.frames(3);
    }

    private static Stream<ContextMenu> menus() {
        return javafx.stage.Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast);
    }

    private TextArea editor() {
        return (TextArea) window.view.lookup("." + TranscriptStyles.THOUGHT_EDITOR + " .text-area");
    }

    private boolean isEditing() {
        return Headless.call(() -> editor() != null);
    }
}
