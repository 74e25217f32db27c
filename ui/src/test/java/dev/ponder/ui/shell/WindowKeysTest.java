package dev.ponder.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.ui.chat.ChatEvent;
import dev.ponder.ui.common.Headless;
import dev.ponder.ui.common.Notice;
import dev.ponder.ui.common.Notice.Kind;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.InputMethodEvent;
import javafx.scene.input.InputMethodHighlight;
import javafx.scene.input.InputMethodTextRun;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real keys on the real window, without a screen. */
class WindowKeysTest {

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
    void typesIntoTheComposerFromTheStartAndSendsOnEnter() {
        open.type("is 1009 prime");
        assertEquals("is 1009 prime", text().getText());
        open.press(KeyCode.ENTER);
        assertEquals(List.of("send is 1009 prime"), open.chat.calls());
        assertEquals("", text().getText());
        assertEquals("is 1009 prime", open.shown().branch().getFirst().text().content());
    }

    @Test
    void breaksTheLineOnShiftAndEnter() {
        open.type("a");
        open.press(KeyCode.ENTER, KeyCode.SHIFT);
        open.type("b");
        assertEquals("a\nb", text().getText());
        assertEquals(List.of(), open.chat.calls());
    }

    @Test
    void growsWithItsLinesUpToEight() {
        double one = text().getHeight();
        pressEnters(3);
        double four = text().getHeight();
        pressEnters(5);
        double nine = text().getHeight();
        pressEnters(3);
        assertTrue(four > 2 * one, four + " is not much more than " + one);
        assertTrue(nine > four, nine + " is not more than " + four);
        assertEquals(nine, text().getHeight());
    }

    @Test
    void stopsTheReplyOnEscape() {
        open.type("hello");
        open.press(KeyCode.ENTER);
        open.press(KeyCode.ESCAPE);
        assertEquals(List.of("send hello", "stop"), open.chat.calls());
    }

    @Test
    void enterHasAMessageWaitWhileAReplyIsUnderWay() {
        open.type("hello");
        open.press(KeyCode.ENTER);
        open.type("more");
        open.press(KeyCode.ENTER);
        assertEquals(List.of("send hello", "queue more"), open.chat.calls());
        assertEquals("", text().getText());
        assertTrue(open.find("#queue").isVisible());
        open.press(KeyCode.ESCAPE);
        assertEquals("stop", open.chat.calls().getLast());
    }

    @Test
    void leadsFromTheTextOverTheThinkingControlToTheButton() {
        open.type("hello");
        var stops = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            open.press(KeyCode.TAB);
            stops.add(String.valueOf(open.focusedName()));
        }
        assertEquals(List.of("add", "Thinking: On", "budget", "tools", "send"), stops);
        for (int i = 0; i < 5; i++) {
            open.press(KeyCode.TAB, KeyCode.SHIFT);
        }
        assertEquals("composer-text", open.focusedName());
    }

    @Test
    void bringsAThoughtToItsAnswerByKeyOnlyWhileThereIsOne() {
        open.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertEquals(List.of(), open.chat.calls());
        open.type("hello");
        open.press(KeyCode.ENTER);
        open.press(KeyCode.ENTER, KeyCode.CONTROL);
        assertEquals(List.of("send hello", "answer now"), open.chat.calls());
    }

    @Test
    void goesRoundOffAutoAndOnByKey() {
        var choices = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            open.press(KeyCode.T, KeyCode.CONTROL);
            choices.add(open.shown().settings().thinking().name());
        }
        assertEquals(List.of("OFF", "AUTO", "ON"), choices);
    }

    @Test
    void keepsATypedBudgetWithTheConversation() throws Exception {
        Headless.run(
                () -> ((MenuButton) open.find("#budget")).getItems().getLast().fire());
        open.press(KeyCode.A, KeyCode.CONTROL);
        open.type("300");
        open.press(KeyCode.ENTER);
        long id = open.shown().id();
        assertEquals(
                300,
                open.conversations.find(id).orElseThrow().settings().budget().tokens());
    }

    @Test
    void asksOnceAboutALoopAndDoesWhatTheBannerSays() {
        open.type("hello");
        open.press(KeyCode.ENTER);
        open.chat.tell(new ChatEvent.Loop(open.shown().id(), true, false));
        var notice = Headless.call(() -> open.window.notices().find(Kind.LOOP).orElseThrow());
        assertEquals(
                List.of("Answer now", "Let it think", "Stop"),
                notice.actions().stream().map(Notice.Action::text).toList());
        Headless.run(() -> notice.actions().get(1).run().run());
        assertEquals(List.of("send hello", "let think"), open.chat.calls());
        assertTrue(Headless.call(() -> open.window.notices().find(Kind.LOOP).isEmpty()));
    }

    @Test
    void switchesThinkingByKeyAndKeepsIt() throws Exception {
        open.press(KeyCode.T, KeyCode.CONTROL);
        assertFalse(Headless.call(() -> open.window.chat().composer().thinks()));
        long id = open.shown().id();
        assertEquals(
                "OFF",
                open.conversations.find(id).orElseThrow().settings().thinking().name());
    }

    @Test
    void opensTheSettingsAndLeavesThemOnEscape() {
        open.press(KeyCode.COMMA, KeyCode.CONTROL);
        assertTrue(Headless.call(() -> open.window.shell().page() == ShellView.Page.SETTINGS));
        open.press(KeyCode.ESCAPE);
        assertFalse(Headless.call(() -> open.window.shell().page() == ShellView.Page.SETTINGS));
        assertEquals("composer-text", open.focusedName());
    }

    @Test
    void makesTextLargerAndRemembersIt() {
        open.press(KeyCode.EQUALS, KeyCode.CONTROL);
        assertEquals(1.1, open.settings.settings().fontScale());
        assertTrue(Headless.call(() -> open.scene().getRoot().getStyle()).contains("15.4px"));
        open.press(KeyCode.DIGIT0, KeyCode.CONTROL);
        assertEquals(1, open.settings.settings().fontScale());
    }

    @Test
    void picksAModelByKeys() {
        open.press(KeyCode.M, KeyCode.CONTROL);
        open.press(KeyCode.TAB);
        open.press(KeyCode.SPACE);
        assertEquals(List.of("load /models/Qwen3-4B-Q4_K_M.gguf"), open.models.calls());
        assertTrue(Headless.call(() -> open.scene().lookup(".model-list") == null));
    }

    @Test
    void closesTheModelPickerOnEscapeAndStopsNothing() {
        open.type("hello");
        open.press(KeyCode.ENTER);
        open.press(KeyCode.M, KeyCode.CONTROL);
        open.press(KeyCode.ESCAPE);
        assertTrue(Headless.call(() -> open.scene().lookup(".model-list") == null));
        assertEquals("model", open.focusedName());
        assertEquals(List.of("send hello"), open.chat.calls());
    }

    @Test
    void leavesEnterToAnInputMethodThatComposesLetters() {
        var pinyin = List.of(new InputMethodTextRun("ni", InputMethodHighlight.UNSELECTED_RAW));
        Headless.run(() ->
                text().fireEvent(new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, pinyin, "", 2)));
        open.press(KeyCode.ENTER);
        assertEquals(List.of(), open.chat.calls());
        Headless.run(() ->
                text().fireEvent(new InputMethodEvent(InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, List.of(), "你", 0)));
        open.press(KeyCode.ENTER);
        assertEquals(List.of("send 你"), open.chat.calls());
    }

    @Test
    void offersTheListAgainWhereTheWindowIsNarrow() {
        Headless.run(() -> open.stage.setWidth(680));
        open.settle();
        assertTrue(Headless.call(() -> open.scene().lookup("#conversations") == null));
        Headless.run(() -> ((Button) open.find("#show-sidebar")).fire());
        open.settle();
        assertTrue(Headless.call(() -> open.scene().lookup("#conversations") != null));
    }

    @Test
    void showsAllShortcutsOnF1() {
        open.press(KeyCode.F1);
        Headless.await(() -> Window.getWindows().size() == 2);
        Headless.run(() -> Window.getWindows().getLast().hide());
    }

    @Test
    void asksBeforeItLoadsAFileFromOutside() {
        Headless.run(() -> open.window.offer(Path.of("/tmp/strange.gguf")));
        Headless.await(() -> Window.getWindows().size() == 2);
        assertEquals(List.of(), open.models.calls());
        open.press(KeyCode.ENTER);
        Headless.await(() -> !open.models.calls().isEmpty());
        assertEquals(List.of("load /tmp/strange.gguf"), open.models.calls());
    }

    @Test
    void sendsAnExampleOnAClick() {
        Headless.run(() -> ((Button) open.find(".example")).fire());
        assertEquals(List.of("send What is 345 + 678?"), open.chat.calls());
        open.chat.tell(new ChatEvent.Ended(open.shown().id()));
    }

    private void pressEnters(int count) {
        for (int i = 0; i < count; i++) {
            open.press(KeyCode.ENTER, KeyCode.SHIFT);
        }
        open.settle();
    }

    private TextArea text() {
        return (TextArea) open.find("#composer-text");
    }
}
