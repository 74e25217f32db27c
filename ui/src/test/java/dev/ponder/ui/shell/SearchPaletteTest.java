package dev.ponder.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.ui.common.Headless;
import java.nio.file.Path;
import java.time.Clock;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real keys on the real window, without a screen. */
class SearchPaletteTest {

    @TempDir
    private Path folder;

    private PlainTranscript transcript;
    private OpenWindow open;
    private long conversation;
    private long first;
    private long other;

    @BeforeEach
    void openTheWindow() throws Exception {
        open = new OpenWindow(folder, Clock.systemUTC(), _ -> transcript = new PlainTranscript());
        conversation = open.conversations
                .create(ConversationSettings.of(ThinkingChoice.OFF, "demo"))
                .id();
        first = open.conversations
                .say(conversation, "a pelican crossed the bay")
                .id();
        other = open.conversations.edit(first, "something else entirely").id();
    }

    @AfterEach
    void closeTheWindow() throws Exception {
        open.close();
    }

    @Test
    void findsWhileTypingAndOpensTheBranchThatHoldsTheMessage() {
        open.press(KeyCode.K, KeyCode.CONTROL);
        assertEquals("search-field", open.focusedName());
        open.type("peli");
        assertEquals(1, rows());
        open.press(KeyCode.ENTER);
        assertFalse(isShown());
        assertEquals(conversation, open.shown().id());
        assertEquals(first, open.shown().leaf());
        assertEquals(first, transcript.revealed());
    }

    @Test
    void leavesTheBranchWhereItIsTheOneThatIsShown() throws Exception {
        long further = open.conversations.say(conversation, "and a third").id();
        open.press(KeyCode.K, KeyCode.CONTROL);
        open.type("entirely");
        open.press(KeyCode.ENTER);
        assertEquals(further, open.shown().leaf());
        assertEquals(other, transcript.revealed());
    }

    @Test
    void goesAwayOnEscapeAndRemembersWhatWasTyped() {
        open.press(KeyCode.K, KeyCode.CONTROL);
        open.type("nothinglikeit");
        assertEquals(0, rows());
        open.press(KeyCode.ESCAPE);
        assertFalse(isShown());
        assertEquals("composer-text", open.focusedName());
        open.press(KeyCode.K, KeyCode.CONTROL);
        assertTrue(isShown());
        open.type("bay");
        assertEquals(1, rows());
    }

    private int rows() {
        return Headless.call(
                () -> ((ListView<?>) open.find("#search-results")).getItems().size());
    }

    private boolean isShown() {
        return Headless.call(() -> open.find(".search-scrim").isVisible());
    }
}
