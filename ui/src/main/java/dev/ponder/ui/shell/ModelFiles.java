package dev.ponder.ui.shell;

import dev.ponder.resources.Texts;
import dev.ponder.ui.chat.ModelsViewModel;
import dev.ponder.ui.common.Dialogs;
import dev.ponder.ui.common.Fx;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.kordamp.ikonli.feather.Feather;

/** Model files that the user chooses, or that come from outside: the latter are loaded only after a question. */
final class ModelFiles {

    private static final String EXTENSION = ".gguf";

    private final ModelsViewModel models;
    private final Dialogs dialogs;
    private final Consumer<List<Path>> onOthers;

    /**
     * Takes files.
     *
     * @param onOthers takes dropped files that are no models
     */
    ModelFiles(ModelsViewModel models, Dialogs dialogs, Consumer<List<Path>> onOthers) {
        this.onOthers = onOthers;
        this.models = models;
        this.dialogs = dialogs;
    }

    /** Lets the user choose a file. */
    void choose(Window owner) {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("models.chooser.title"));
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter(Texts.of("models.chooser.type"), "*.gguf", "*.GGUF"),
                        new FileChooser.ExtensionFilter(Texts.of("models.chooser.all"), "*"));
        var file = chooser.showOpenDialog(owner);
        if (file != null) {
            models.choose(file.toPath());
        }
    }

    /** Asks whether to load a file. */
    void ask(Window owner, Path file) {
        dialogs.confirm(
                owner,
                Texts.of("models.ask.question"),
                Texts.of("models.ask.text", file),
                Texts.of("models.ask.yes"),
                () -> models.choose(file));
    }

    /** Takes model files that are dropped on the window, and shows that it does while one is held over it. */
    void acceptDrops(Scene scene) {
        var hint = hint(Texts.of("models.drop.hint"), Feather.DOWNLOAD);
        var attaching = hint(Texts.of("writing.attach.drop"), Feather.PAPERCLIP);
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY, TransferMode.LINK);
                boolean isModel = model(event.getDragboard()).isPresent();
                show(scene, isModel ? hint : attaching, true);
            }
            event.consume();
        });
        scene.setOnDragExited(_ -> {
            show(scene, hint, false);
            show(scene, attaching, false);
        });
        scene.setOnDragDropped(event -> {
            show(scene, hint, false);
            show(scene, attaching, false);
            onDropped(scene, event);
        });
    }

    private static Node hint(String text, Feather icon) {
        var label = new Label(text, Icons.of(icon));
        label.getStyleClass().add(Styles.DROP_LABEL);
        var hint = new StackPane(label);
        hint.getStyleClass().add(Styles.DROP_TARGET);
        hint.setMouseTransparent(true);
        return hint;
    }

    private static void show(Scene scene, Node hint, boolean shown) {
        if (scene.getRoot() instanceof Pane root && shown != root.getChildren().contains(hint)) {
            if (shown) {
                root.getChildren().add(hint);
            } else {
                root.getChildren().remove(hint);
            }
        }
    }

    private void onDropped(Scene scene, DragEvent event) {
        var model = model(event.getDragboard());
        var files = files(event.getDragboard());
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        if (model.isEmpty() && !files.isEmpty()) {
            onOthers.accept(files);
        }
        // a window that opens before the drag is over comes up in the screen's corner
        model.ifPresent(file -> Fx.later(() -> ask(scene.getWindow(), file)));
    }

    private static List<Path> files(Dragboard board) {
        List<File> files = board.hasFiles() ? board.getFiles() : List.of();
        return files.stream().map(File::toPath).toList();
    }

    private static Optional<Path> model(Dragboard board) {
        return files(board).stream()
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION))
                .findFirst();
    }
}
