package dev.ponder.ui.chat;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.ui.common.Headless;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GrowingTextAreaTest {
    private static final String ARABIC = "ما هي أفضل الأماكن للزيارة في القاهرة؟ ".repeat(4);

    @BeforeAll
    static void start() throws InterruptedException {
        Headless.start();
    }

    @Test
    void laysOutALongArabicMessageAtEveryWidth() {
        Headless.run(() -> {
            for (int width = 120; width < 620; width += 10) {
                var area = new GrowingTextArea();
                var root = new StackPane(area);
                var _ = new Scene(root, width, 300);
                area.setText(ARABIC);
                root.applyCss();
                root.layout();
                root.layout();
                assertTrue(area.getHeight() > 0);
            }
        });
    }

    @Test
    void wrapsAgainOnceNothingRunsFromTheRight() {
        var area = Headless.call(GrowingTextArea::new);
        var scene = Headless.call(() -> new Scene(new StackPane(area), 300, 300));
        Headless.run(() -> {
            area.setText(ARABIC);
            layOut(scene);
            area.setText("plain words");
            layOut(scene);
        });
        Headless.await(area::isWrapText);
        Headless.run(() -> layOut(scene));
    }

    private static void layOut(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
    }
}
