package dev.ponder.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.ui.common.Headless;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RightToLeftAreaTest {

    private static final String ARABIC =
            "ما هي أفضل الأماكن للزيارة في القاهرة؟ ".repeat(4).strip();

    @BeforeAll
    static void start() throws InterruptedException {
        Headless.start();
    }

    @Test
    void wrapsALongArabicMessageAtEveryWidth() {
        Headless.run(() -> {
            double before = Double.MAX_VALUE;
            for (int width = 240; width < 900; width += 60) {
                double height = laidOut(ARABIC, width).getHeight();
                assertTrue(height <= before, height + " at " + width + " is more than " + before);
                before = height;
            }
            double line = laidOut("سلام\nسلام", 900).getHeight()
                    - laidOut("سلام", 900).getHeight();
            double narrow = laidOut(ARABIC, 240).getHeight();
            assertTrue(narrow >= before + 3 * line, narrow + " at the least width, " + before + " at the most");
        });
    }

    @Test
    void keepsTextAndCaretLineByLine() {
        Headless.run(() -> {
            var area = laidOut("", 400);
            area.show("שלום\nעולם", 6);
            assertEquals("שלום\nעולם", area.typedProperty().get());
            assertEquals(6, area.caret());
            area.breakLine();
            assertEquals("שלום\nע\nולם", area.typedProperty().get());
            assertEquals(7, area.caret());
        });
    }

    private static RightToLeftArea laidOut(String text, double width) {
        var area = new RightToLeftArea();
        var root = new StackPane(area);
        var _ = new Scene(root, width, 600);
        area.show(text, 0);
        root.applyCss();
        root.layout();
        root.layout();
        return area;
    }
}
