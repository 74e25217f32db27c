package dev.ponder.ui.models;

import dev.ponder.downloads.Hub;
import dev.ponder.downloads.ListedFile;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Segments;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Any repository by its name or address, and its files. */
final class RepositoryView extends VBox {

    private final RepositoryViewModel repository;
    private final VBox files = new VBox();

    RepositoryView(RepositoryViewModel repository) {
        this.repository = repository;
        getStyleClass().add(Styles.CARD_GROUP);
        var card = new VBox(
                new WrappedText(Texts.of("catalog.other.text"), Styles.MUTED, Styles.SMALL), entry(), problem(), files);
        card.getStyleClass().addAll(Styles.CARD, Styles.REPOSITORY);
        getChildren().addAll(Chips.heading(Texts.of("catalog.other.heading")), card);
        repository.files().addListener((ListChangeListener<ListedFile>) _ -> rebuild());
    }

    private Node entry() {
        var field = new TextField();
        field.setId("repository");
        field.setPromptText(Texts.of("catalog.other.prompt"));
        field.setAccessibleText(Texts.of("catalog.other.name"));
        field.textProperty().bindBidirectional(repository.typedProperty());
        field.setOnAction(_ -> repository.look());
        HBox.setHgrow(field, Priority.ALWAYS);
        var hub = new Segments<>(
                List.of(Hub.HUGGING_FACE, Hub.MODEL_SCOPE), RepositoryView::text, Texts.of("catalog.other.hub"));
        hub.valueProperty().bindBidirectional(repository.hubProperty());
        var look = Chips.button(Texts.of("catalog.other.look"), Feather.SEARCH, repository::look);
        look.setId("repository-look");
        look.disableProperty()
                .bind(repository.busyProperty().or(repository.typedProperty().isEmpty()));
        var line = new HBox(field, hub, look);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add(Styles.LINE);
        return line;
    }

    private Node problem() {
        var problem = new WrappedText(repository.problemProperty(), Styles.FIELD_ERROR);
        problem.visibleProperty().bind(repository.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private void rebuild() {
        files.getChildren().setAll(repository.files().stream().map(this::row).toList());
        files.getChildren().stream().forEach(row -> row.getStyleClass().add(Styles.SETTING_ROW_BELOW));
    }

    private Node row(ListedFile file) {
        var name = new Label(file.path());
        name.setTooltip(new Tooltip(file.path()));
        name.setMinWidth(0);
        var about = Chips.small(Texts.of("catalog.other.file", Sizes.bytes(file.size())));
        var texts = new VBox(name, about);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var fetch = Chips.button(Texts.of("catalog.fetch.text"), Feather.DOWNLOAD, () -> repository.fetch(file));
        fetch.setAccessibleText(Texts.of("catalog.other.fetch", file.path(), Sizes.bytes(file.size())));
        var row = new HBox(texts, fetch);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll(Styles.LINE, Styles.OFFERED_FILE);
        return row;
    }

    private static String text(Hub hub) {
        return Texts.of(hub.equals(Hub.MODEL_SCOPE) ? "catalog.other.modelscope" : "catalog.other.huggingface");
    }
}
