package dev.ponder.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.app.ModelServices;
import dev.ponder.models.bin.Bin;
import dev.ponder.resources.DemoModel;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Headless;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program, from the first start over a download to an answer of what was fetched. */
class ModelFetchedTest {

    private static final String FILE = "tiny-thinker-q8_0.gguf";
    private static final Bin NO_BIN = file -> {
        throw new IOException("nothing is removed here: " + file);
    };

    @TempDir
    private Path data;

    @Test
    void aFetchedModelAnswers() throws Exception {
        var demo = DemoModel.file().orElseThrow();
        try (var hub = new LoopbackHub(demo, FILE);
                var ponder = new RunningPonder(data, () -> new ModelServices.Place(hub.endpoints(), NO_BIN))) {
            press(ponder, "#welcome-others");
            fetch(ponder);
            Headless.await(() -> shows(ponder, ".download .accent"));
            assertEquals(-1, Files.mismatch(demo, data.resolve("models").resolve(FILE)));

            part(ponder, "modelspage.part.library");
            Headless.await(() -> names(ponder).contains("tiny-thinker-q8_0"));
            part(ponder, "modelspage.part.connections");
            Headless.await(() -> shows(ponder, "#connections .chip"));

            part(ponder, "modelspage.part.queue");
            press(ponder, ".download .accent");
            Headless.await(() -> ponder.parts().isReady());
            assertTrue(ponder.answerTo("What is 12 + 30?").reply().endsWith("12+30=42"));
        }
    }

    @Test
    void theFirstStartEndsInAConversationWithTheDemo() throws Exception {
        try (var hub = new LoopbackHub(DemoModel.file().orElseThrow(), FILE);
                var ponder = new RunningPonder(data, () -> new ModelServices.Place(hub.endpoints(), NO_BIN))) {
            press(ponder, "#welcome-demo");
            Headless.await(() -> ponder.parts().isReady());
            assertTrue(ponder.answerTo("What is 12 + 30?").reply().endsWith("12+30=42"));
        }
    }

    /** Names a repository, and fetches the file that it has. */
    private static void fetch(RunningPonder ponder) {
        Headless.await(() -> shows(ponder, "#repository"));
        Headless.run(() -> scene(ponder).lookup("#repository").requestFocus());
        ponder.keyboard().type("maker/tiny-gguf");
        ponder.keyboard().press(KeyCode.ENTER);
        press(ponder, ".repository .offered-file .button");
        part(ponder, "modelspage.part.queue");
    }

    private static Scene scene(RunningPonder ponder) {
        return ponder.parts().scene();
    }

    private static boolean shows(RunningPonder ponder, String selector) {
        return scene(ponder).lookup(selector) != null;
    }

    private static List<String> names(RunningPonder ponder) {
        return scene(ponder).getRoot().lookupAll(".held .ponder-heading").stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    private static void part(RunningPonder ponder, String key) {
        Headless.run(() -> scene(ponder).getRoot().lookupAll("#models-parts .toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(Texts.of(key)))
                .forEach(ToggleButton::fire));
    }

    /** Presses a button by the keyboard. */
    private static void press(RunningPonder ponder, String selector) {
        Headless.await(() -> shows(ponder, selector));
        Headless.run(() -> scene(ponder).lookup(selector).requestFocus());
        // keys do nothing to a button before its first frame
        Headless.await(() -> scene(ponder).lookup(selector) instanceof Button button
                && button.isFocused()
                && button.getSkin() != null);
        ponder.keyboard().press(KeyCode.SPACE);
    }
}
