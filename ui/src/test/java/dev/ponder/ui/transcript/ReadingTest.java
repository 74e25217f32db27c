package dev.ponder.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.ui.common.Headless;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading by mouse and keys: what is selected, found and followed. */
class ReadingTest {

    private static final String RICH = """
            Before with **bold** and $a^2$ in it.

            ```java
            int a = 1;
            int b = 2;
            ```

            | x | y |
            |---|--:|
            | 1 | *2* |

            $$
            E = mc^2
            $$

            - one
            - two""";

    private Window window;

    @BeforeAll
    static void startTheToolkit() throws InterruptedException {
        Headless.start();
    }

    @BeforeEach
    void openAWindow() {
        window = Window.open(1000, 900, 1);
    }

    @AfterEach
    void closeTheWindow() {
        window.close();
    }

    private void showRich() {
        window.show(
                TranscriptMessage.user("u", "Show me everything"),
                TranscriptMessage.assistant("a", Thought.NONE, RICH),
                TranscriptMessage.user("u2", "Thank you very much"));
        window.settle();
    }

    @Test
    void copiesWhatTheMouseSelectsOverCodeTableAndFormula() {
        showRich();
        window.drag(inside("everything", 0.4), inside("Thank you", 0.55));
        window.press(KeyCode.C, KeyCode.CONTROL);
        var copied = clipboard();
        var start = copied.substring(0, copied.indexOf('\n'));
        var end = copied.substring(copied.lastIndexOf('\n') + 1);
        assertTrue("Show me everything".endsWith(start) && start.length() < 16, start);
        assertTrue("Thank you very much".startsWith(end) && end.length() > 3 && end.length() < 15, end);
        assertEquals(start + "\n\n" + RICH.replace("**", "") + "\n\n" + end, copied);
        assertEquals(copied, pasted());
    }

    @Test
    void copiesTheSameSelectionAsMarkdown() {
        showRich();
        window.drag(Window.edge(window.run("Before"), false), inside("Thank you", 0.55));
        window.press(KeyCode.C, KeyCode.CONTROL, KeyCode.SHIFT);
        assertTrue(clipboard().startsWith(RICH + "\n\nThank"), Headless.call(this::clipboard));
    }

    @Test
    void selectsByKeysOverATableAndAFormula() {
        window.show(TranscriptMessage.assistant("a", Thought.NONE, "One $x$ two\n\n| a |\n|---|\n| 1 |\n\nEnd"));
        window.settle();
        window.click(window.run("One"));
        window.press(KeyCode.HOME, KeyCode.CONTROL);
        window.press(KeyCode.END, KeyCode.CONTROL, KeyCode.SHIFT);
        window.press(KeyCode.C, KeyCode.CONTROL);
        assertEquals("One $x$ two\n\n| a |\n|---|\n| 1 |\n\nEnd", clipboard());
    }

    @Test
    void showsTheAddressOfALinkBeforeAnythingElse() {
        window.show(TranscriptMessage.assistant("a", Thought.NONE, "See [the page](https://example.org/a?b=c) there."));
        window.click(window.run("the page"));
        assertEquals(List.of("open https://example.org/a?b=c"), window.actions.asked);
    }

    @Test
    void opensALinkByKeys() {
        window.show(TranscriptMessage.assistant("a", Thought.NONE, "[the page](https://example.org/)"));
        Headless.run(() -> window.view.requestFocus());
        window.press(KeyCode.HOME, KeyCode.CONTROL);
        window.press(KeyCode.ENTER);
        assertEquals(List.of("open https://example.org/"), window.actions.asked);
    }

    @Test
    void findsWordsAndGoesThroughThem() {
        window.show(
                TranscriptMessage.user("u", "A needle"),
                TranscriptMessage.assistant(
                        "a", Thought.NONE, "hay\n\n".repeat(300) + "Needle, needle\n\n```\nneedle\n```"));
        window.settle();
        Headless.run(() -> window.view.requestFocus());
        window.press(KeyCode.F, KeyCode.CONTROL);
        Headless.run(() -> ((TextField) window.find(".find-bar .text-field")).setText("needle"));
        window.frames(3);
        assertEquals("1 of 4", count());
        assertTrue(window.shows("needle"));
        window.press(KeyCode.ENTER);
        assertEquals("2 of 4", count());
        assertEquals("Needle", selected());
        window.press(KeyCode.ENTER, KeyCode.SHIFT);
        window.press(KeyCode.ENTER, KeyCode.SHIFT);
        assertEquals("4 of 4", count());
        Headless.run(() -> ((TextField) window.find(".find-bar .text-field")).setText("nowhere"));
        assertEquals("Not found", count());
        window.press(KeyCode.ESCAPE);
        assertFalse(Headless.call(() -> window.find(".find-bar").isVisible()));
    }

    @Test
    void offersTheLatestOnlyWhereItIsOutOfView() {
        window.show(TranscriptMessage.user("u", "needle"), TranscriptMessage.assistant("a", Thought.NONE, "needle"));
        findNeedle();
        assertFalse(offersLatest(), "all of it is on the screen");
        window.show(
                TranscriptMessage.user("u", "needle"),
                TranscriptMessage.assistant("a", Thought.NONE, "hay\n\n".repeat(300)));
        window.settle();
        findNeedle();
        assertTrue(offersLatest(), "the end is far below");
    }

    private void findNeedle() {
        Headless.run(() -> window.view.find());
        Headless.run(() -> ((TextField) window.find(".find-bar .text-field")).setText("needle"));
        window.frames(4);
        assertEquals("needle", selected());
    }

    private boolean offersLatest() {
        return Headless.call(() -> window.find("." + TranscriptStyles.LATEST).isVisible());
    }

    @Test
    void marksWhatIsFoundWhereItStands() {
        window.show(
                TranscriptMessage.user("u", "needle"),
                TranscriptMessage.assistant("a", Thought.NONE, "- needle\n\n> needle\n\n```\nneedle\n```"));
        window.settle();
        Headless.run(() -> window.view.find());
        Headless.run(() -> ((TextField) window.find(".find-bar .text-field")).setText("needle"));
        window.frames(4);
        var marks = places(".find-hit");
        var words = places(".text-run");
        assertEquals(4, marks.size());
        assertEquals(4, words.size());
        for (int i = 0; i < 4; i++) {
            var mark = marks.get(i);
            var word = words.get(i);
            assertEquals(word.getMinX(), mark.getMinX(), 2);
            assertEquals(word.getMaxX(), mark.getMaxX(), 2);
            assertEquals(word.getCenterY(), mark.getCenterY(), 3);
        }
    }

    /** Where they are on the screen, from top to bottom. */
    private List<Bounds> places(String selector) {
        return Headless.call(() -> window.view.area().lookupAll(selector).stream()
                .map(node -> node.localToScreen(node.getLayoutBounds()))
                .sorted(Comparator.comparingDouble(Bounds::getMinY))
                .toList());
    }

    @Test
    void showsCodeInAViewOfItsOwnWhereLinesWrapOnDemand() {
        var view = new AtomicReference<CodeWindow>();
        Headless.run(() -> view.set(new CodeWindow("java", "int a;\n" + "x".repeat(500))));
        assertFalse(view.get().wrapProperty().get());
        Headless.run(() -> view.get().wrapProperty().set(true));
        assertTrue(Headless.call(() -> view.get().area().isWrapText()));
    }

    @Test
    void showsEveryWordWhereAParagraphHasMoreStylesThanAnyWriterGivesIt() {
        window.show(TranscriptMessage.assistant("a", Thought.NONE, "`x` ".repeat(300) + "and the end"));
        window.settle();
        assertTrue(window.shows("and the end"));
        long styled = Headless.call(() -> window.view.lookupAll(".run-code").size());
        assertTrue(styled >= 100 && styled < 200, styled + " runs");
    }

    @Test
    void givesCodeItsColours() {
        window.show(TranscriptMessage.assistant("a", Thought.NONE, "```java\nint a = 1; // one\n```"));
        window.settle();
        assertTrue(window.run("// one").getStyleClass().contains("code-comment"));
    }

    @Test
    void readsALongConversationInWholeAfterItIsOpen() {
        var items = new ArrayList<TranscriptItem>();
        for (int i = 0; i < 400; i++) {
            items.add(TranscriptMessage.user("u" + i, "Question"));
            items.add(TranscriptMessage.assistant("a" + i, Thought.NONE, "An **answer** ".repeat(20) + "\n\n- x\n- y"));
        }
        window.show(items.toArray(TranscriptItem[]::new));
        assertTrue(window.shows("answer"));
        Headless.await(() -> window.model.document().entries().stream()
                .noneMatch(entry -> entry instanceof MessageEntry message && message.isDraft()));
        assertTrue(Headless.call(() -> window.model.document().line(2).text()).startsWith("An answer "));
        assertTrue(
                Headless.call(() -> window.view.follower().followingProperty().get()));
        assertTrue(window.shows("answer"));
    }

    private Point2D inside(String text, double part) {
        var run = window.run(text);
        var bounds = Headless.call(() -> run.localToScreen(run.getLayoutBounds()));
        return new Point2D(bounds.getMinX() + part * bounds.getWidth(), bounds.getCenterY());
    }

    private String count() {
        window.frames(2);
        return Headless.call(() -> ((Label) window.find(".find-count")).getText());
    }

    private String selected() {
        return Headless.call(() -> window.view.area().selectedText());
    }

    private String pasted() {
        return Headless.call(() -> {
            var field = new TextArea();
            field.paste();
            return field.getText();
        });
    }

    private String clipboard() {
        return Headless.call(() -> Clipboard.getSystemClipboard().getString());
    }
}
