package dev.ponder.ui.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.ui.common.Headless;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is far from the screen costs nothing, and is there when the user goes to it. */
class FarParagraphsTest {

    private static final int TURNS = 200;

    private Window window;

    @BeforeAll
    static void startTheToolkit() throws InterruptedException {
        Headless.start();
    }

    @BeforeEach
    void openALongConversation() {
        window = Window.open(1000, 700, 1);
        var items = new ArrayList<TranscriptItem>();
        for (int i = 0; i < TURNS; i++) {
            items.add(TranscriptMessage.user("u" + i, "Question " + i));
            items.add(TranscriptMessage.assistant("a" + i, Thought.NONE, "Answer " + i + "."));
        }
        window.show(items.toArray(TranscriptItem[]::new));
    }

    @AfterEach
    void closeTheWindow() {
        window.close();
    }

    @Test
    void makesOnlyWhatIsAboutToBeSeen() {
        grow();
        assertTrue(window.shows("Answer " + (TURNS - 1)));
        assertTrue(Headless.call(() -> window.view.far().areSome()));
        assertWhole();
    }

    @Test
    void hasThemForTheKeys() {
        grow();
        window.press(KeyCode.END, KeyCode.CONTROL);
        for (int i = 0; i < 3; i++) {
            grow();
            window.press(KeyCode.PAGE_UP);
            assertWhole();
        }
        assertFalse(window.shows("Answer " + (TURNS - 1)));
        var caret = Headless.call(() -> window.view.area().getCaretPosition().index());
        int from = Headless.call(() -> window.model.document().size()) - caret;
        assertTrue(from > 20 && from < 150, "three pages up are " + from + " lines");
    }

    @Test
    void hasThemForTheWheelAndTheMouse() {
        grow();
        for (int i = 0; i < 20; i++) {
            window.scroll(-3);
            assertWhole();
        }
        grow();
        assertWhole();
        window.drag(new Point2D(500, 100), new Point2D(500, 400));
        var selected = Headless.call(() -> window.view.area().selectedText());
        assertTrue(selected != null && selected.contains("Question"), selected);
    }

    @Test
    void standsForThemOnlyBeyondTheScreen() {
        grow();
        Headless.run(() -> window.stage.setHeight(1400));
        window.frames(3);
        grow();
        assertWhole();
        Headless.run(() -> window.view.setStyle("-fx-font-size: 8px;"));
        window.frames(3);
        grow();
        assertWhole();
    }

    @Test
    void laysNothingOutWhereNothingChanges() {
        window.show(
                TranscriptMessage.assistant(
                        "a",
                        Thought.done("Why not?", 1_000, 20),
                        "With $a^2$:\n\n```java\nint a = 1;\n```\n\n| x | y |\n|---|--:|\n| 1 | *2* |\n\n$$\nE = mc^2\n$$\n\n- [x] one\n"));
        window.settle();
        var layouts = new AtomicInteger();
        var flow = Headless.call(() -> (Parent) window.view.lookup(".vflow"));
        Headless.run(() -> flow.needsLayoutProperty().subscribe((_, needed) -> {
            if (needed) {
                layouts.incrementAndGet();
            }
        }));
        // once more from outside: the control must come to rest again
        Headless.run(flow::requestLayout);
        window.frames(4);
        layouts.set(0);
        window.frames(20);
        assertEquals(0, layouts.get());
    }

    private void grow() {
        Headless.run(() -> window.model.update(TranscriptMessage.streaming("reply")));
        Headless.run(() -> window.model.appendAnswer("reply", "more "));
        window.frames(4);
    }

    /** Every place on the screen has its text or block. */
    private void assertWhole() {
        assertTrue(Headless.call(() -> {
            var cells = window.view.area().cells();
            return cells.size() > 5
                    && cells.stream()
                            .map(cell -> ((BorderPane) cell).getCenter())
                            .allMatch(shown -> shown instanceof TextFlow || shown instanceof Held);
        }));
    }
}
