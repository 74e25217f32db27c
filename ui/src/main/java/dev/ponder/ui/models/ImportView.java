package dev.ponder.ui.models;

import dev.ponder.models.ModelImport.Way;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Where files are dropped or chosen, and the question how to import them. */
final class ImportView extends VBox {

    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final String EXTENSION = ".gguf";

    private final LibraryViewModel library;
    private final VBox card = new VBox();

    ImportView(LibraryViewModel library) {
        this.library = library;
        getStyleClass().add(Styles.CARD_GROUP);
        card.getStyleClass().addAll(Styles.CARD, Styles.IMPORT);
        getChildren().addAll(Chips.heading(Texts.of("library.import.heading")), card);
        library.offeredProperty().subscribe(this::show);
        setOnDragOver(this::onOver);
        setOnDragExited(_ -> card.pseudoClassStateChanged(OVER, false));
        setOnDragDropped(this::onDropped);
    }

    private void show(@Nullable Path offered) {
        card.getChildren().setAll(offered == null ? invitation() : question(offered));
    }

    private Node invitation() {
        var text = Chips.beside(Texts.of("library.import.text"));
        var choose = Chips.button(Texts.of("library.import.choose"), Feather.FOLDER, this::choose);
        choose.setId("import-choose");
        var row = new HBox(Icons.of(Feather.DOWNLOAD), text, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll(Styles.LINE, Styles.SETTING_ROW);
        return row;
    }

    private Node question(Path offered) {
        var name = Chips.heading(Texts.of("library.import.question", offered.getFileName()));
        name.setMinWidth(0);
        var copy = way("library.import.copy", Feather.COPY, Way.COPY);
        copy.getStyleClass().add(Styles.ACCENT);
        var cancel = new Button(Texts.of("common.dialog.cancel"));
        cancel.setOnAction(_ -> library.offeredProperty().set(null));
        cancel.setMinWidth(USE_PREF_SIZE);
        var ways = new FlowPane(
                copy,
                way("library.import.move", Feather.CORNER_DOWN_RIGHT, Way.MOVE),
                way("library.import.place", Feather.LINK, Way.IN_PLACE),
                cancel);
        ways.getStyleClass().add(Styles.WAYS);
        var box = new VBox(
                name, new WrappedText(Texts.of("library.import.explanation"), Styles.MUTED, Styles.SMALL), ways);
        box.getStyleClass().add(Styles.QUESTION);
        return box;
    }

    private Button way(String key, Feather icon, Way way) {
        var button = Chips.button(Texts.of(key), icon, () -> library.bring(way));
        button.setId("import-" + way.name().toLowerCase(Locale.ROOT));
        return button;
    }

    private void choose() {
        var chooser = new FileChooser();
        chooser.setTitle(Texts.of("library.import.choose"));
        chooser.getExtensionFilters()
                .setAll(new FileChooser.ExtensionFilter(Texts.of("models.chooser.type"), "*.gguf", "*.GGUF"));
        var file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            library.offeredProperty().set(file.toPath());
        }
    }

    private void onOver(DragEvent event) {
        if (model(event).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            card.pseudoClassStateChanged(OVER, true);
        }
        event.consume();
    }

    private void onDropped(DragEvent event) {
        var file = model(event);
        event.setDropCompleted(file.isPresent());
        event.consume();
        file.ifPresent(library.offeredProperty()::set);
    }

    private static Optional<Path> model(DragEvent event) {
        List<File> files =
                event.getDragboard().hasFiles() ? event.getDragboard().getFiles() : List.of();
        return files.stream()
                .map(File::toPath)
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSION))
                .findFirst();
    }
}
