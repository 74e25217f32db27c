package dev.ponder.ui;

import dev.ponder.app.PonderPaths;
import dev.ponder.resources.Texts;
import dev.ponder.settings.Appearance;
import dev.ponder.settings.SettingsFile;
import dev.ponder.ui.common.Headless;
import dev.ponder.ui.common.Png;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.input.KeyCode;

/**
 * A program that walks the real window, with the real engine and the demo model, through the states of thinking and writes
 * a picture of each, light and dark, to the folder named; for looking at, not a test.
 */
final class ReasoningPictures {

    private static final double WIDTH = 1180;
    private static final double HEIGHT = 680;
    private static final int SOME_TOKENS = 120;

    private final RunningPonder ponder;
    private final ReasoningParts parts;
    private final Path folder;
    private final String theme;

    private ReasoningPictures(RunningPonder ponder, Path folder, String theme) {
        this.ponder = ponder;
        this.parts = new ReasoningParts(ponder);
        this.folder = folder;
        this.theme = theme;
    }

    /** Arguments: a folder, and a theme where not both are wanted. */
    public static void main(String[] arguments) throws Exception {
        var wanted = arguments.length > 1 ? arguments[1] : "";
        for (var appearance : new Appearance[] {Appearance.LIGHT, Appearance.DARK}) {
            var theme = appearance.name().toLowerCase(Locale.ROOT);
            if (theme.contains(wanted)) {
                var data = Files.createTempDirectory("ponder-pictures");
                Welcomed.in(data);
                SettingsFile.open(new PonderPaths(data).settings()).update(now -> now.withAppearance(appearance));
                try (var ponder = RunningPonder.ready(data)) {
                    ponder.resize(WIDTH, HEIGHT);
                    new ReasoningPictures(ponder, Path.of(arguments[0]), theme).take();
                }
            }
        }
        System.exit(0);
    }

    private void take() throws IOException {
        whileThinking();
        auto();
        tools();
        compare();
        stopped();
        circles();
        settings();
    }

    private void whileThinking() throws IOException {
        parts.budget("256");
        try (var _ = new EngineBrake(RunningPonder.engine().pid())) {
            parts.beginThinking();
            parts.awaitTokens(SOME_TOKENS);
            picture("thinking");
        }
        parts.awaitEnd();
        parts.awaitText(".thought-status", Texts.of("transcript.landed.budget").strip());
        picture("landed");
        parts.press("#retry-menu");
        picture("retry-menu");
        ponder.keyboard().press(KeyCode.ESCAPE);
    }

    private void auto() throws IOException {
        newChat();
        ponder.keyboard().press(KeyCode.T, KeyCode.CONTROL);
        ponder.keyboard().press(KeyCode.T, KeyCode.CONTROL);
        ponder.answerTo("What is the capital of Peru?");
        ponder.answerTo("How many times does the letter r occur in strawberry?");
        picture("auto");
        ponder.keyboard().press(KeyCode.T, KeyCode.CONTROL);
    }

    private void tools() throws IOException {
        newChat();
        parts.switchTools();
        ponder.answerTo("Compute 345 + 678 with the calculator.");
        picture("tools");
        parts.switchTools();
    }

    private void compare() throws IOException {
        newChat();
        ponder.answerTo("What is 7345 + 678?");
        parts.compareFirst();
        parts.await(".comparison");
        parts.awaitEnd();
        picture("comparison");
        ponder.resize(WIDTH / 2, HEIGHT);
        picture("comparison-narrow");
        ponder.resize(WIDTH, HEIGHT);
        parts.press("#keep-thinking");
    }

    private void stopped() throws IOException {
        newChat();
        try (var _ = new EngineBrake(RunningPonder.engine().pid())) {
            parts.beginThinking();
            ponder.keyboard().press(KeyCode.ESCAPE);
            parts.awaitEnd();
        }
        picture("stopped");
    }

    private void circles() throws IOException {
        newChat();
        try (var _ = new EngineBrake(RunningPonder.engine().pid())) {
            ponder.ask("Write a very long story.");
            parts.await(".notice");
            picture("circles");
            ponder.keyboard().press(KeyCode.ESCAPE);
            parts.awaitEnd();
        }
    }

    private void settings() throws IOException {
        ponder.keyboard().press(KeyCode.COMMA, KeyCode.CONTROL);
        picture("settings");
        ponder.keyboard().press(KeyCode.ESCAPE);
    }

    private void newChat() {
        ponder.keyboard().press(KeyCode.N, KeyCode.CONTROL);
        Headless.await(() -> ponder.parts().shown().question().isEmpty());
    }

    private void picture(String name) throws IOException {
        ponder.settle();
        Png.write(ponder.snapshot(), folder.resolve("reasoning-" + name + "-" + theme + ".png"));
    }
}
