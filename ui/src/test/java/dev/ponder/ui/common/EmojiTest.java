package dev.ponder.ui.common;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Emoji as the launcher's fonts draw them, on the one system where JavaFX needs help. */
class EmojiTest {

    /** Of several years, so that no system font has all of them. */
    private static final List<String> EMOJI = List.of("🙂", "🎉", "🦖", "🫠", "👍🏽", "👩\u200d👧", "🇩🇪");

    /** No font has a glyph for it. */
    private static final String UNKNOWN = "\ue123";

    private static final int SIZE = 64;

    @BeforeAll
    static void start() throws InterruptedException {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        Headless.start();
    }

    @Test
    void everyEmojiHasADrawingOfItsOwn() {
        var seen = new ArrayList<List<Integer>>();
        seen.add(pixels(UNKNOWN));
        seen.add(pixels(" "));
        for (var emoji : EMOJI) {
            var drawn = pixels(emoji);
            assertTrue(drawn.stream().anyMatch(pixel -> pixel != -1), emoji + " leaves a gap");
            assertFalse(seen.contains(drawn), emoji + " looks like something else");
            seen.add(drawn);
        }
    }

    @Test
    void theFontHasNoBoxForWhatNobodySees() {
        assertTrue(pixels(UNKNOWN, "-fx-font-family: 'Noto Emoji';").stream().allMatch(pixel -> pixel == -1));
        assertTrue(pixels(UNKNOWN).stream().anyMatch(pixel -> pixel != -1), "other fonts have one");
    }

    private static List<Integer> pixels(String text) {
        return pixels(text, "");
    }

    private static List<Integer> pixels(String text, String family) {
        return Headless.call(() -> {
            var node = new Text(text);
            node.setStyle("-fx-font-size: 32px;" + family);
            var scene = new Scene(new StackPane(node), SIZE, SIZE);
            var image = scene.snapshot(new WritableImage(SIZE, SIZE));
            var all = new ArrayList<Integer>();
            for (int y = 0; y < SIZE; y++) {
                for (int x = 0; x < SIZE; x++) {
                    all.add(image.getPixelReader().getArgb(x, y));
                }
            }
            return all;
        });
    }
}
