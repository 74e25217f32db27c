package dev.ponder.ui.transcript;

import dev.ponder.ui.common.Headless;
import dev.ponder.ui.common.Png;
import dev.ponder.ui.common.Theme;
import dev.ponder.ui.markdown.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.application.Application;
import javafx.scene.image.WritableImage;

/** A program that writes a picture of every state, light and dark, to the folder named; for looking at, not a test. */
final class TranscriptPictures {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 640;

    private TranscriptPictures() {}

    /** Arguments: a folder, the scale of the text, and a state where not all are wanted. */
    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        double scale = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 1;
        var wanted = arguments.length > 2 ? arguments[2] : "";
        Headless.start();
        for (var theme : List.of("light", "dark")) {
            var sheet = theme.equals("light") ? Theme.sheet(false) : Theme.sheet(true);
            Headless.run(() -> Application.setUserAgentStylesheet(sheet));
            for (var sample : samples().entrySet()) {
                if (sample.getKey().contains(wanted)) {
                    var name = String.format(Locale.ROOT, "%s-%s-%.0f.png", sample.getKey(), theme, scale * 100);
                    Png.write(picture(scale, theme.equals("dark"), sample), folder.resolve(name));
                }
            }
        }
        System.exit(0);
    }

    /** Conversations in every state, and the documents made by hand, each as an answer. */
    private static Map<String, List<TranscriptItem>> samples() {
        var samples = Samples.all();
        Documents.byHand()
                .forEach((name, document) -> samples.put(
                        "document-" + name.replace(' ', '-'),
                        List.of(TranscriptMessage.assistant("a1", Thought.NONE, document))));
        return samples;
    }

    private static WritableImage picture(double scale, boolean dark, Map.Entry<String, List<TranscriptItem>> sample) {
        try (var window = Window.open(WIDTH, HEIGHT, scale, dark)) {
            window.show(sample.getValue().toArray(TranscriptItem[]::new));
            switch (sample.getKey()) {
                case "unfolded" -> Headless.run(() -> window.model.toggleThought("a1"));
                case "edited-thought" -> Headless.run(() -> window.model.editThought("a1", true));
                case "selection" -> Headless.run(window.view.area()::selectAll);
                default -> {}
            }
            window.settle();
            return window.picture();
        }
    }
}
