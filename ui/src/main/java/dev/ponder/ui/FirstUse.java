package dev.ponder.ui;

import dev.ponder.app.Ponder;
import dev.ponder.resources.Texts;
import dev.ponder.thinking.Budget;
import dev.ponder.ui.common.Icons;
import javafx.scene.text.Font;
import org.kordamp.ikonli.feather.Feather;

/**
 * What takes long the first time, on any files: done on other threads while the toolkit starts, which leaves a processor
 * idle. What fails here fails again where it is needed, and is told there.
 */
final class FirstUse {

    private FirstUse() {}

    /** Begins and returns at once. */
    static void begin() {
        // the system's list of fonts is read once, by whoever asks first
        Thread.ofPlatform().daemon().name("first-use-fonts").start(() -> {
            Font.getDefault();
            Font.getFamilies();
            // the first icon has its font read, the first text the files of texts
            Icons.of(Feather.X);
            Texts.of("sidebar.new.text");
            // the first time that records are compared, Java writes code for it
            var _ = Budget.UNLIMITED.equals(Budget.NONE);
        });
        Thread.ofPlatform().daemon().name("first-use").start(Ponder::prepare);
    }
}
