package dev.ponder.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Headless;
import dev.ponder.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscriptViewTest {

    private static final boolean SMOKE = !"acceptance".equals(System.getProperty("ponder.counts"));

    private Window window;

    @BeforeAll
    static void startTheToolkit() throws InterruptedException {
        Headless.start();
        Headless.run(() -> Application.setUserAgentStylesheet(Theme.sheet(false)));
    }

    @BeforeEach
    void openAWindow() {
        window = Window.open(900, 700, 1);
        window.frames(2);
    }

    @AfterEach
    void closeTheWindow() {
        window.close();
    }

    @Test
    void copiesWhatTheMouseSelectsAcrossMessagesAndCode() {
        window.show(
                TranscriptMessage.user("u", "Show me code"),
                TranscriptMessage.assistant(
                        "a", Thought.NONE, "Like this:\n\n```java\nint a = 1;\n```\n\nThat is all."));
        window.drag(Window.edge(window.run("Show me"), false), Window.edge(window.run("That is"), true));
        window.press(KeyCode.C, KeyCode.CONTROL);
        assertEquals("Show me code\n\nLike this:\n\n```java\nint a = 1;\n```\n\nThat is all.", clipboard());
    }

    @Test
    void copiesPartOfALineOfCode() {
        window.show(TranscriptMessage.assistant("a", Thought.NONE, "```\nfirst line\nsecond line\n```"));
        window.drag(Window.edge(window.run("first"), false), Window.edge(window.run("second"), true));
        window.press(KeyCode.C, KeyCode.CONTROL);
        assertEquals("first line\nsecond line", clipboard());
    }

    @Test
    void selectsEverythingAndExtendsASelectionByKeys() {
        window.show(TranscriptMessage.user("u", "One"), TranscriptMessage.assistant("a", Thought.NONE, "Two\nThree"));
        window.click(window.run("One"));
        window.press(KeyCode.A, KeyCode.CONTROL);
        window.press(KeyCode.C, KeyCode.CONTROL);
        assertEquals("One\n\nTwo\nThree", clipboard());
        window.press(KeyCode.HOME, KeyCode.CONTROL);
        window.press(KeyCode.RIGHT, KeyCode.SHIFT);
        window.press(KeyCode.RIGHT, KeyCode.SHIFT);
        window.press(KeyCode.C, KeyCode.CONTROL);
        assertEquals("On", clipboard());
    }

    @Test
    void opensAThoughtByMouseAndFoldsItByKey() {
        window.show(TranscriptMessage.assistant("a", Thought.done("A quiet thought", 1_000, 9), "Yes."));
        assertFalse(window.shows("A quiet thought"));
        window.click(window.find("." + TranscriptStyles.THOUGHT_STATUS));
        assertTrue(window.shows("A quiet thought"));
        window.press(KeyCode.HOME, KeyCode.CONTROL);
        window.press(KeyCode.ENTER);
        assertFalse(window.shows("A quiet thought"));
    }

    @Test
    void showsTheTailOfAThoughtUntilTheAnswerBegins() {
        window.show(TranscriptMessage.streaming("a"));
        window.model.appendReasoning("a", "Let me think about that");
        Headless.await(() -> window.view.lookup("." + TranscriptStyles.THOUGHT_TAIL) != null);
        assertTrue(window.shows("Let me think about that"));
        window.model.appendAnswer("a", "Yes.");
        Headless.await(() -> window.model.item("a").orElseThrow() instanceof TranscriptMessage message
                && !message.text().isEmpty());
        window.frames(2);
        assertTrue(window.shows("Yes."));
        assertFalse(window.shows("Let me think about that"));
        assertFalse(Headless.call(() -> window.view
                .lookup("." + TranscriptStyles.THOUGHT_TAIL)
                .getParent()
                .isVisible()));
    }

    @Test
    void asksAgainForTheReplyThatNeverBegan() {
        window.show(TranscriptMessage.user("u", "Why?").withState(MessageState.UNANSWERED));
        assertTrue(window.shows("No reply yet."));
        window.click(window.find("." + TranscriptStyles.ENDING + " .button"));
        assertEquals(List.of("retry u"), window.actions.asked);
    }

    @Test
    void copiesOneCodeBlockByItsButton() {
        window.show(TranscriptMessage.assistant("a", Thought.NONE, "Here:\n```\nx = 1\ny = 2\n```"));
        window.click(window.find("." + TranscriptStyles.CODE_COPY));
        assertEquals("x = 1\ny = 2", clipboard());
    }

    @Test
    void copiesTheAnswerAndNotTheThought() {
        window.show(TranscriptMessage.assistant("a", Thought.done("Hidden", 1_000, 9), "**Yes**, it is."));
        window.click(window.find("." + TranscriptStyles.BAR + " .message-button"));
        assertEquals("**Yes**, it is.", clipboard());
    }

    @Test
    void reachesTheActionsOfTheLastReplyByKeys() {
        window.show(
                TranscriptMessage.user("u", "Why?"),
                TranscriptMessage.assistant("a", Thought.NONE, "So.").withSiblings(new Siblings(2, 3)));
        window.click(window.run("So."));
        window.press(KeyCode.TAB);
        window.press(KeyCode.SPACE);
        assertEquals(List.of("sibling a 1"), window.actions.asked);
    }

    @Test
    void deletesAVersionWhereThereIsAnother() {
        window.show(
                TranscriptMessage.user("u", "Why?"),
                TranscriptMessage.assistant("a", Thought.NONE, "So.").withSiblings(new Siblings(2, 3)));
        window.click(window.run("So."));
        var bar = Headless.call(() -> window.view.bar().getChildren().stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList());
        Headless.run(() -> bar.getLast().fire());
        assertEquals(List.of("delete a"), window.actions.asked);

        window.click(window.run("Why?"));
        assertTrue(
                Headless.call(() -> window.view.bar().getChildren().stream()
                        .noneMatch(node -> Texts.of("transcript.action.delete").equals(node.getAccessibleText()))),
                "of a question with one version there is nothing else to show");
    }

    @Test
    void offersToEditTheMessageUnderTheMouse() {
        window.show(TranscriptMessage.user("u", "Why?"), TranscriptMessage.assistant("a", Thought.NONE, "So."));
        window.move(Window.middle(window.run("Why?")));
        var shown = Headless.call(() -> window.view.bar().message());
        assertNotNull(shown);
        assertEquals("u", shown.id());
    }

    @Test
    void continuesAnInterruptedReply() {
        window.show(TranscriptMessage.assistant("a", Thought.NONE, "Be").withState(MessageState.INTERRUPTED));
        window.click(window.find("." + TranscriptStyles.ENDING + " .button"));
        assertEquals(List.of("continue a"), window.actions.asked);
    }

    @Test
    void followsTheEndUntilTheUserScrollsUpAndAgainWhenBack() {
        showManyMessages(60);
        stream("first");
        assertTrue(window.shows("first"), "the end is in view");
        window.scroll(-5);
        stream("second");
        assertFalse(window.shows("second"), "left where the user is");
        window.click(window.find("." + TranscriptStyles.LATEST));
        assertTrue(window.shows("second"), "back at the end");
        stream("third");
        assertTrue(window.shows("third"), "followed again");
    }

    @Test
    void opensThousandsOfMessagesAtTheirEnd() {
        int count = SMOKE ? 1_000 : 10_000;
        showManyMessages(count);
        assertTrue(window.shows("answer number " + (count - 1)));
    }

    @Test
    void aMessageFarAboveIsFoundAsSoonAsTheEndIsThere() {
        Headless.run(() -> {
            window.model.show(IntStream.range(0, 500)
                    .mapToObj(i -> TranscriptMessage.user("m" + i, "message number " + i + "."))
                    .toList());
            window.view.reveal("m3");
        });
        window.frames(6);
        assertTrue(window.shows("message number 3."));
        assertFalse(window.shows("message number 499."));
    }

    @Test
    void keepsTheSelectionWhileTextStreamsIn() {
        showManyMessages(3);
        window.drag(
                Window.edge(window.run("answer number 2"), false), Window.edge(window.run("answer number 2"), true));
        stream("more");
        window.press(KeyCode.C, KeyCode.CONTROL);
        assertEquals("answer number 2", clipboard());
    }

    @Test
    void keepsTheSelectionWhenAThoughtAboveItOpensAndFolds() {
        window.show(
                TranscriptMessage.assistant("a", Thought.done("One\nTwo\nThree", 1_000, 9), "Yes."),
                TranscriptMessage.user("u", "Select this"));
        window.drag(Window.edge(window.run("Select"), false), Window.edge(window.run("Select"), true));
        for (int i = 0; i < 2; i++) {
            Headless.run(() -> window.model.toggleThought("a"));
            window.frames(2);
            window.press(KeyCode.C, KeyCode.CONTROL);
            assertEquals("Select this", clipboard());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 60, 400})
    void staysWhereTheUserIsWhenAThoughtFarAboveOpensAndFolds(int lines) {
        var items = new ArrayList<TranscriptItem>();
        var thought = "a line of the thought\n".repeat(lines).strip();
        items.add(TranscriptMessage.assistant("first", Thought.done(thought, 1_000, 9), "Yes."));
        addMessages(items, 120);
        window.show(items.toArray(TranscriptItem[]::new));
        window.click(window.run("answer number 119"));
        window.scroll(-12);
        var run = firstRunOnScreen();
        double place = y(run);
        for (int i = 0; i < 4; i++) {
            Headless.run(() -> window.model.toggleThought("first"));
            window.frames(3);
            assertEquals(place, y(run), 1, "after change " + (i + 1) + " of " + run);
        }
    }

    @Test
    void keepsAThoughtOpenThatWasScrolledOutOfView() {
        var items = new ArrayList<TranscriptItem>();
        items.add(TranscriptMessage.assistant("first", Thought.done("A quiet thought", 1_000, 9), "Yes."));
        addMessages(items, 300);
        window.show(items.toArray(TranscriptItem[]::new));
        Headless.run(() -> window.model.toggleThought("first"));
        assertFalse(window.shows("A quiet thought"), "far above");
        window.click(window.run("answer number 299"));
        window.press(KeyCode.HOME, KeyCode.CONTROL);
        assertTrue(window.shows("A quiet thought"));
    }

    @Test
    void drawsEveryStateAtEveryScale() {
        for (double scale : new double[] {1, 1.5, 2}) {
            try (var other = Window.open(700, 500, scale)) {
                for (var items : Samples.all().values()) {
                    other.show(items.toArray(TranscriptItem[]::new));
                    assertEquals(700, other.picture().getWidth());
                }
            }
        }
    }

    private String firstRunOnScreen() {
        return Headless.call(() -> window.runs()
                .filter(run -> run.getText().startsWith("answer number")
                        && run.localToScene(0, 0).getY() > 100
                        && run.localToScene(0, 0).getY() < 400)
                .findFirst()
                .orElseThrow()
                .getText());
    }

    private double y(String text) {
        return Headless.call(() -> window.runs()
                .filter(run -> run.getText().equals(text))
                .findFirst()
                .map(run -> run.localToScene(0, 0).getY())
                .orElse(Double.NaN));
    }

    private void showManyMessages(int count) {
        var items = new ArrayList<TranscriptItem>();
        addMessages(items, count);
        items.add(TranscriptMessage.streaming("reply"));
        window.show(items.toArray(TranscriptItem[]::new));
    }

    private static void addMessages(List<TranscriptItem> items, int count) {
        for (int i = 0; i < count; i++) {
            items.add(TranscriptMessage.assistant("m" + i, Thought.NONE, "answer number " + i));
        }
    }

    private void stream(String text) {
        window.model.appendAnswer("reply", "\n\nmore of it".repeat(20) + "\n\n" + text);
        window.frames(4);
    }

    private static String clipboard() {
        return Headless.call(() -> Clipboard.getSystemClipboard().getString());
    }
}
