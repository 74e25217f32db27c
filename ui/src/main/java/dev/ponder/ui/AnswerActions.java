package dev.ponder.ui;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Dialogs;
import dev.ponder.ui.common.Tasks;
import dev.ponder.ui.common.Theme;
import dev.ponder.ui.transcript.CodeWindow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** What leads out of an answer: addresses, files, windows. Belongs to the JavaFX thread. */
final class AnswerActions {

    /** What a file of a language is called where its name is not the language's. */
    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("python", "py"),
            Map.entry("javascript", "js"),
            Map.entry("typescript", "ts"),
            Map.entry("rust", "rs"),
            Map.entry("ruby", "rb"),
            Map.entry("kotlin", "kt"),
            Map.entry("bash", "sh"),
            Map.entry("shell", "sh"),
            Map.entry("zsh", "sh"),
            Map.entry("csharp", "cs"),
            Map.entry("c++", "cpp"),
            Map.entry("markdown", "md"),
            Map.entry("latex", "tex"),
            Map.entry("powershell", "ps1"),
            Map.entry("golang", "go"),
            Map.entry("perl", "pl"));

    private final Consumer<String> browser;
    private final Theme theme;
    private final Tasks tasks;
    private final Consumer<String> onFailed;

    /**
     * Opens and writes nothing yet.
     *
     * @param browser opens an address with the system's program for it
     * @param onFailed gets a sentence for the user
     */
    AnswerActions(Consumer<String> browser, Theme theme, Tasks tasks, Consumer<String> onFailed) {
        this.browser = browser;
        this.theme = theme;
        this.tasks = tasks;
        this.onFailed = onFailed;
    }

    /** Shows an address in full, and opens it if the user says so. */
    void open(Window owner, String address) {
        new Dialogs(theme)
                .confirm(
                        owner,
                        Texts.of("markdown.link.question"),
                        address,
                        Texts.of("markdown.link.open"),
                        () -> browser.accept(address));
    }

    /** Asks for a file and writes code to it. */
    void save(Window owner, String language, String code) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("markdown.code.save"));
        chooser.setInitialFileName("code." + ending(language));
        var file = chooser.showSaveDialog(owner);
        if (file != null) {
            save(file.toPath(), code);
        }
    }

    /** Writes code to a file. */
    void save(Path file, String code) {
        tasks.run(
                () -> Files.writeString(file, code + "\n", StandardCharsets.UTF_8),
                failure -> onFailed.accept(Texts.of("markdown.code.failed", reason(failure))));
    }

    private static String reason(Exception failure) {
        return failure instanceof IOException && failure.getMessage() != null ? failure.getMessage() : "?";
    }

    /** The ending of a file of a language; only letters and digits, whatever a reply calls it. */
    static String ending(String language) {
        var name = language.toLowerCase(Locale.ROOT);
        var ending = ENDINGS.getOrDefault(name, name);
        return ending.matches("[a-z0-9]{1,10}") ? ending : "txt";
    }

    /** Shows code in a window of its own. */
    void show(Window owner, String language, String code) {
        CodeWindow.open(owner, theme, language, code);
    }
}
