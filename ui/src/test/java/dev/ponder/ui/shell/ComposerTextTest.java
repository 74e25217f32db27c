package dev.ponder.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.ponder.ui.common.Headless;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message that runs from the right gets an area of its own; nobody who types should notice. */
class ComposerTextTest {

    private static final String ARABIC = "ما هي أفضل الأماكن";

    @TempDir
    private Path folder;

    private OpenWindow open;

    @BeforeEach
    void openTheWindow() throws Exception {
        open = new OpenWindow(folder, Clock.systemUTC());
    }

    @AfterEach
    void closeTheWindow() throws Exception {
        open.close();
    }

    @Test
    void typingGoesOnWhereItWasWhenTheAreaChanges() {
        open.type("ok ");
        write(ARABIC);
        assertEquals("composer-text-from-the-right", open.focusedName());
        open.type("x");
        assertEquals("ok " + ARABIC + "x", written());
    }

    @Test
    void sendsBreaksLinesAndLeavesByTheSameKeys() {
        write(ARABIC);
        open.press(KeyCode.ENTER, KeyCode.SHIFT);
        open.type("b");
        assertEquals(ARABIC + "\nb", written());
        open.press(KeyCode.TAB);
        assertEquals("add", open.focusedName());
        open.press(KeyCode.TAB, KeyCode.SHIFT);
        open.press(KeyCode.ENTER);
        assertEquals(List.of("send " + ARABIC + "\nb"), open.chat.calls());
        Headless.await(() -> isShown("composer-text"));
        open.type("plain");
        assertEquals("plain", written());
        assertEquals("composer-text", open.focusedName());
    }

    @Test
    void showsAnotherConversationsDraftInTheRightArea() throws Exception {
        write(ARABIC);
        open.press(KeyCode.ENTER);
        long first = open.shown().id();
        write("שלום");
        Headless.run(() -> open.window.newChat());
        open.settle();
        Headless.await(() -> isShown("composer-text"));
        assertEquals("", written());
        Headless.run(() -> open.window.chat().open(first));
        open.settle();
        Headless.await(() -> isShown("composer-text-from-the-right"));
        assertEquals("שלום", written());
    }

    /** As by a keyboard for that language, which the toolkit's robot does not have. */
    private void write(String text) {
        Headless.run(() -> ((TextArea) open.find("#composer-text")).replaceSelection(text));
        Headless.await(() -> isShown("composer-text-from-the-right"));
        open.settle();
    }

    private String written() {
        return Headless.call(() -> open.window.chat().composer().textProperty().get());
    }

    private boolean isShown(String id) {
        var node = open.scene().lookup("#" + id);
        return node != null && node.isVisible();
    }
}
