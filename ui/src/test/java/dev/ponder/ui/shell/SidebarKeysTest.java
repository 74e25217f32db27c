package dev.ponder.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.ui.chat.ChatEvent;
import dev.ponder.ui.common.Headless;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import javafx.event.ActionEvent;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real keys on the list of conversations. */
class SidebarKeysTest {

    @TempDir
    private Path folder;

    private OpenWindow open;
    private long older;
    private long newer;

    @BeforeEach
    void openTheWindow() throws Exception {
        open = new OpenWindow(folder, Clock.systemUTC());
        older = talk("older");
        newer = talk("newer");
        open.chat.tell(new ChatEvent.ListChanged());
        Headless.run(() -> {
            open.window.chat().open(newer);
            list().requestFocus();
        });
        open.settle();
    }

    @AfterEach
    void closeTheWindow() throws Exception {
        open.close();
    }

    @Test
    void walksThroughConversationsAndShowsEach() {
        open.press(KeyCode.DOWN);
        assertEquals(older, open.shown().id());
        open.press(KeyCode.DOWN);
        assertEquals(older, open.shown().id());
        open.press(KeyCode.UP);
        assertEquals(newer, open.shown().id());
    }

    @Test
    void stepsOverHeadings() throws Exception {
        open.conversations.pin(newer, true);
        open.chat.tell(new ChatEvent.ListChanged());
        open.settle();
        open.press(KeyCode.DOWN);
        assertEquals(older, open.shown().id());
    }

    @Test
    void renamesInPlace() throws Exception {
        open.press(KeyCode.F2);
        open.type("kyoto");
        open.press(KeyCode.ENTER);
        assertEquals(
                "kyoto", open.conversations.find(newer).orElseThrow().summary().title());
        assertTrue(Headless.call(() -> list().isFocused()));
    }

    @Test
    void keepsTheTitleWhenRenamingIsGivenUp() throws Exception {
        open.press(KeyCode.F2);
        open.type("kyoto");
        open.press(KeyCode.ESCAPE);
        assertEquals(
                "newer", open.conversations.find(newer).orElseThrow().summary().title());
    }

    @Test
    void deletesAndBringsBack() throws Exception {
        open.press(KeyCode.DELETE);
        assertEquals(older, open.shown().id());
        assertEquals(1, open.conversations.trash().size());
        Headless.run(() -> ((Button) open.find(".toast .accent")).fire());
        open.settle();
        assertEquals(newer, open.shown().id());
        assertEquals(0, open.conversations.trash().size());
    }

    @Test
    void renamesAFolderAndTakesItAwayWithoutItsConversations() throws Exception {
        open.conversations.move(older, open.conversations.folder("Trips"));
        open.chat.tell(new ChatEvent.ListChanged());
        open.settle();
        Headless.run(
                () -> cellOf("Trips").getContextMenu().getItems().getFirst().fire());
        open.settle();
        open.type("journeys");
        open.press(KeyCode.ENTER);
        assertEquals("journeys", open.conversations.folders().getFirst().name());
        assertEquals(newer, open.shown().id());
        Headless.run(
                () -> cellOf("journeys").getContextMenu().getItems().getLast().fire());
        open.settle();
        assertEquals(List.of(), open.conversations.folders());
        assertTrue(open.conversations.list().stream().anyMatch(summary -> summary.id() == older));
    }

    @Test
    void aClickOnAHeadingShowsNothingElse() throws Exception {
        open.conversations.move(older, open.conversations.folder("Trips"));
        open.chat.tell(new ChatEvent.ListChanged());
        open.settle();
        open.click(cellOf("Trips"));
        assertEquals(newer, open.shown().id());
        assertTrue(Headless.call(() -> ((SidebarRow.Item) Objects.requireNonNull(
                                list().getSelectionModel().getSelectedItem()))
                        .summary()
                        .id()
                == newer));
    }

    @Test
    void severalAreMovedAndDeletedTogether() throws Exception {
        long oldest = talk("oldest");
        open.chat.tell(new ChatEvent.ListChanged());
        open.settle();
        Headless.run(() -> list().getSelectionModel().selectAll());
        open.chat.tell(new ChatEvent.ListChanged());
        open.settle();
        assertEquals(newer, open.shown().id());
        var menu = Headless.call(() -> Objects.requireNonNull(cellOf("older").getContextMenu()));
        Headless.run(() -> ((TextField) ((CustomMenuItem)
                                ((Menu) menu.getItems().get(2)).getItems().getLast())
                        .getContent())
                .setText("Trips"));
        Headless.run(() -> ((TextField) ((CustomMenuItem)
                                ((Menu) menu.getItems().get(2)).getItems().getLast())
                        .getContent())
                .fireEvent(new ActionEvent()));
        open.settle();
        long folder = open.conversations.folders().getFirst().id();
        for (long id : new long[] {older, newer, oldest}) {
            assertEquals(
                    folder, open.conversations.find(id).orElseThrow().summary().folder());
        }
        open.press(KeyCode.DELETE);
        assertEquals(3, open.conversations.trash().size());
        Headless.run(() -> ((Button) open.find(".toast .accent")).fire());
        open.settle();
        assertEquals(0, open.conversations.trash().size());
        assertEquals(newer, open.shown().id());
    }

    @Test
    void oneOfSeveralIsShownWhenItIsChosenAlone() {
        int other = Headless.call(() -> cellOf("older").getIndex());
        Headless.run(() -> list().getSelectionModel().select(other));
        open.settle();
        assertEquals(newer, open.shown().id());
        open.click(cellOf("older"));
        assertEquals(older, open.shown().id());
    }

    private ListCell<?> cellOf(String text) {
        return Headless.call(() -> list().lookupAll(".list-cell").stream()
                .map(ListCell.class::cast)
                .filter(cell -> text.equals(cell.getText()))
                .findFirst()
                .orElseThrow());
    }

    private ListView<?> list() {
        return (ListView<?>) open.find("#conversations");
    }

    private long talk(String title) throws Exception {
        var made = open.conversations.create(ConversationSettings.of(ThinkingChoice.ON, null));
        open.conversations.say(made.id(), "Hello");
        open.conversations.rename(made.id(), title);
        return made.id();
    }
}
