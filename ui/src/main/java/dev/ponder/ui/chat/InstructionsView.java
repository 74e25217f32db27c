package dev.ponder.ui.chat;

import dev.ponder.prompts.SystemPrompt;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Edits the instructions of a conversation; below it the library, from which they come and into which they go. */
final class InstructionsView extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double GAP = 8;
    private static final int ROWS = 7;
    private static final double LIBRARY_HEIGHT = 170;

    private final InstructionsViewModel model;
    private final VBox rows = new VBox();

    InstructionsView(InstructionsViewModel model) {
        super(GAP);
        this.model = model;
        var text = new TextArea();
        text.setId("instructions-text");
        text.setWrapText(true);
        text.setPrefRowCount(ROWS);
        text.setPromptText(Texts.of("writing.instructions.prompt"));
        text.setAccessibleText(Texts.of("writing.instructions.title"));
        text.textProperty().bindBidirectional(model.textProperty());
        var heading = new Label(Texts.of("writing.library.title"));
        heading.getStyleClass().add(Styles.CONVERSATION_HEADING);
        getChildren()
                .addAll(
                        new WrappedText(Texts.of("writing.instructions.about"), Styles.MUTED),
                        text,
                        saving(),
                        heading,
                        list(),
                        undoing());
        model.library().subscribe(this::update);
        update();
    }

    private Node saving() {
        var name = new TextField();
        name.setId("instructions-name");
        name.setPromptText(Texts.of("writing.library.name"));
        name.setAccessibleText(Texts.of("writing.library.name"));
        name.textProperty().bindBidirectional(model.nameProperty());
        HBox.setHgrow(name, Priority.ALWAYS);
        var save = new Button(Texts.of("writing.library.save"));
        save.setId("instructions-save");
        save.setMinWidth(USE_PREF_SIZE);
        save.setOnAction(_ -> model.save());
        save.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.nameProperty().get().isBlank()
                                || model.textProperty().get().isBlank(),
                        model.nameProperty(),
                        model.textProperty()));
        var row = new HBox(GAP, name, save);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node list() {
        var scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(LIBRARY_HEIGHT);
        scroll.getStyleClass().add(Styles.LIBRARY);
        return scroll;
    }

    /** Says what the latest deletion or saving took away, and brings it back. */
    private Node undoing() {
        var said = new WrappedText(
                model.lostProperty().map(InstructionsView::sentence).orElse(""), Styles.MUTED);
        HBox.setHgrow(said, Priority.ALWAYS);
        var undo = new Button(Texts.of("writing.library.undo"));
        undo.setId("instructions-undo");
        undo.setMinWidth(USE_PREF_SIZE);
        undo.setOnAction(_ -> model.undo());
        var row = new HBox(GAP, said, undo);
        row.setFillHeight(false);
        row.setAlignment(Pos.CENTER_LEFT);
        row.visibleProperty().bind(model.lostProperty().isNotNull());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static String sentence(InstructionsViewModel.Lost lost) {
        return Texts.of(
                lost.isDeleted() ? "writing.library.deleted" : "writing.library.replaced",
                lost.prompt().name());
    }

    private void update() {
        rows.getChildren().setAll(model.library().stream().map(this::row).toList());
        if (rows.getChildren().isEmpty()) {
            var nothing = new WrappedText(Texts.of("writing.library.nothing"), Styles.MUTED, Styles.SMALL);
            rows.getChildren().add(nothing);
        }
    }

    private Node row(SystemPrompt prompt) {
        var name = new Button(prompt.name());
        name.getStyleClass().add(Styles.FLAT);
        name.setMnemonicParsing(false);
        name.setAlignment(Pos.CENTER_LEFT);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(0);
        name.setAccessibleText(Texts.of("writing.library.use", prompt.name()));
        name.setOnAction(_ -> model.use(prompt));
        HBox.setHgrow(name, Priority.ALWAYS);
        var mark = new Label(prompt.isDefault() ? Texts.of("writing.library.default") : "");
        mark.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        mark.setMinWidth(USE_PREF_SIZE);
        var begin = Icons.button(
                Feather.STAR,
                Texts.of(prompt.isDefault() ? "writing.library.undefault" : "writing.library.makedefault"),
                () -> model.toggleDefault(prompt));
        begin.pseudoClassStateChanged(CHOSEN, prompt.isDefault());
        var delete = Icons.button(
                Feather.TRASH_2, Texts.of("writing.library.delete", prompt.name()), () -> model.delete(prompt));
        var row = new HBox(name, mark, begin, delete);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
