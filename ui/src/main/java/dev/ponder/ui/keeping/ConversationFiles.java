package dev.ponder.ui.keeping;

import dev.ponder.exchange.ExportFormat;
import dev.ponder.resources.Texts;
import java.io.File;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Files of conversations that the user chooses. */
public final class ConversationFiles {

    private static final int LONGEST_NAME = 60;

    private ConversationFiles() {}

    /** Chooses where something is written. */
    public static void save(Window owner, String title, ExportFormat format, Consumer<Path> onChosen) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("keeping.export.title"));
        chooser.setInitialFileName(name(title) + "." + format.extension());
        call(chooser.showSaveDialog(owner), onChosen);
    }

    /** Chooses what is read. */
    public static void open(Window owner, Consumer<Path> onChosen) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("keeping.import.title"));
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(Texts.of("keeping.import.type"), "*.json", "*.JSON"));
        call(chooser.showOpenDialog(owner), onChosen);
    }

    /** An entry for each format. */
    public static MenuItem[] items(Consumer<ExportFormat> onChosen) {
        var formats = ExportFormat.values();
        var items = new MenuItem[formats.length];
        for (int i = 0; i < formats.length; i++) {
            var format = formats[i];
            items[i] = new MenuItem(
                    switch (format) {
                        case MARKDOWN -> Texts.of("keeping.format.markdown");
                        case JSON -> Texts.of("keeping.format.json");
                        case HTML -> Texts.of("keeping.format.html");
                    });
            items[i].setOnAction(_ -> onChosen.accept(format));
        }
        return items;
    }

    /** A title as the name of a file on any system. */
    static String name(String title) {
        var name = title.replaceAll("[^\\p{L}\\p{M}\\p{N} ._-]", " ")
                .replaceAll("\\s+", " ")
                .strip()
                .replaceAll("^[. ]+|[. ]+$", "");
        var cut = name.substring(
                0, name.offsetByCodePoints(0, Math.min(LONGEST_NAME, name.codePointCount(0, name.length()))));
        return cut.isEmpty() ? Texts.of("keeping.file.name") : cut.strip();
    }

    private static void call(@Nullable File chosen, Consumer<Path> onChosen) {
        if (chosen != null) {
            onChosen.accept(chosen.toPath());
        }
    }
}
