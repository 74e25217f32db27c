package dev.ponder.ui;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.ui.common.Headless;
import java.nio.file.Path;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each conversation keeps whether its model thinks. */
class ThinkingChoiceTest {

    private static final String QUESTION = "What is 345 + 678?";
    private static final String ANSWER = "345+678=1023";

    @TempDir
    private Path data;

    @Test
    void twoConversationsKeepTheirChoiceOverARestart() throws Exception {
        try (var ponder = RunningPonder.ready(data)) {
            assertTrue(ponder.answerTo("What is 12 + 30?").reply().endsWith("12+30=42"));
            assertTrue(showsAThought(ponder));

            ponder.keyboard().press(KeyCode.N, KeyCode.CONTROL);
            Headless.await(() -> ponder.parts().shown().question().isEmpty());
            ponder.keyboard().press(KeyCode.T, KeyCode.CONTROL);
            assertTrue(ponder.answerTo("What is the capital of Peru?").reply().contains("Lima"));
            assertFalse(showsAThought(ponder));
        }

        try (var ponder = RunningPonder.ready(data)) {
            open(ponder, "What is the capital of Peru?");
            Headless.await(() -> choice(ponder).equals("Off"));
            assertTrue(ponder.answerTo(QUESTION).reply().endsWith(ANSWER));
            assertFalse(showsAThought(ponder));

            open(ponder, "What is 12 + 30?");
            Headless.await(() -> choice(ponder).equals("On"));
            assertTrue(ponder.answerTo(QUESTION).reply().endsWith(ANSWER));
            assertTrue(showsAThought(ponder));
        }
    }

    /** Goes down the list until the conversation with this last question is shown, and back into the composer. */
    private static void open(RunningPonder ponder, String question) {
        Headless.run(() -> ponder.parts().list().requestFocus());
        for (int i = 0; i < 2 && !ponder.shown().question().equals(question); i++) {
            var before = ponder.shown().question();
            ponder.keyboard().press(KeyCode.DOWN);
            // a second press before the first has shown something would pass by what is looked for
            Headless.await(() -> !ponder.parts().shown().question().equals(before));
        }
        Headless.await(() -> ponder.parts().shown().question().equals(question));
        Headless.run(() -> ponder.parts().text().requestFocus());
    }

    private static String choice(RunningPonder ponder) {
        return Headless.call(() -> ponder.parts().scene().getRoot().lookupAll("#thinking .toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(ToggleButton::isSelected)
                .findFirst()
                .orElseThrow()
                .getText());
    }

    /** Whether the transcript has the pane of a thought. */
    private static boolean showsAThought(RunningPonder ponder) {
        return Headless.call(() ->
                !ponder.parts().scene().getRoot().lookupAll(".thought-head").isEmpty());
    }
}
