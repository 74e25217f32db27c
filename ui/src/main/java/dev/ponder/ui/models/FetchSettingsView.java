package dev.ponder.ui.models;

import dev.ponder.resources.Texts;
import dev.ponder.settings.FetchSettings.FirstSource;
import dev.ponder.ui.common.Segments;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The group of the settings page about fetching models: who is asked first, a mirror, and the speed. */
public final class FetchSettingsView extends VBox {

    private static final double FIELD = 220;

    /** Makes the view. */
    public FetchSettingsView(FetchSettingsViewModel settings, TokenViewModel huggingFace, TokenViewModel modelScope) {
        getStyleClass().add(Styles.CARD_GROUP);
        var sourceName = Texts.of("settings.source.title");
        var source = new Segments<>(List.of(FirstSource.values()), FetchSettingsView::text, sourceName);
        source.valueProperty().bindBidirectional(settings.sourceProperty());
        var mirror = field("settings.mirror.title");
        mirror.textProperty().bindBidirectional(settings.mirrorProperty());
        var limit = field("settings.limit.title");
        limit.setId("speed-limit");
        limit.textProperty().bindBidirectional(settings.limitProperty());
        var card = new VBox(
                row(sourceName, Texts.of("settings.source.text"), source),
                row(Texts.of("settings.mirror.title"), Texts.of("settings.mirror.text"), mirror),
                row(Texts.of("settings.limit.title"), Texts.of("settings.limit.text"), limit),
                tokenRow("settings.token.huggingface", huggingFace),
                tokenRow("settings.token.modelscope", modelScope));
        card.getStyleClass().add(Styles.CARD);
        card.getChildren().stream().skip(1).forEach(row -> row.getStyleClass().add(Styles.SETTING_ROW_BELOW));
        var problem = new WrappedText(settings.problemProperty(), Styles.FIELD_ERROR, Styles.SMALL);
        problem.visibleProperty().bind(settings.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(Chips.heading(Texts.of("settings.fetch.heading")), card, problem);
    }

    private static HBox tokenRow(String nameKey, TokenViewModel token) {
        var field = new PasswordField();
        field.setPrefWidth(FIELD);
        field.setAccessibleText(Texts.of(nameKey));
        field.textProperty().bindBidirectional(token.typedProperty());
        field.setOnAction(_ -> token.keep());
        var keep = new Button(Texts.of("settings.token.keep"));
        keep.disableProperty().bind(token.typedProperty().isEmpty());
        keep.setOnAction(_ -> token.keep());
        var remove = new Button(Texts.of("settings.token.remove"));
        remove.setAccessibleText(Texts.of("settings.token.removename", Texts.of(nameKey)));
        remove.setOnAction(_ -> token.remove());
        for (var onlyWithout : List.of(field, keep)) {
            onlyWithout.visibleProperty().bind(token.keptProperty().not());
            onlyWithout.managedProperty().bind(onlyWithout.visibleProperty());
        }
        remove.visibleProperty().bind(token.keptProperty());
        remove.managedProperty().bind(token.keptProperty());
        var controls = new HBox(field, keep, remove);
        controls.getStyleClass().add(Styles.DOWNLOAD_ACTIONS);
        controls.setAlignment(Pos.CENTER_RIGHT);
        return row(
                new WrappedText(Texts.of(nameKey)),
                new WrappedText(token.stateProperty(), Styles.MUTED, Styles.SMALL),
                controls);
    }

    private static TextField field(String nameKey) {
        var field = new TextField();
        field.setPrefWidth(FIELD);
        field.setAccessibleText(Texts.of(nameKey));
        return field;
    }

    private static HBox row(String title, String text, Region control) {
        return row(new WrappedText(title), new WrappedText(text, Styles.MUTED, Styles.SMALL), control);
    }

    private static HBox row(Node title, Node text, Region control) {
        // a long text breaks its lines sooner than a button loses its words
        control.setMinWidth(USE_PREF_SIZE);
        var texts = new VBox(title, text);
        texts.setAlignment(Pos.CENTER_LEFT);
        texts.setMinWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        var row = new HBox(texts, control);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add(Styles.SETTING_ROW);
        return row;
    }

    private static String text(FirstSource source) {
        return switch (source) {
            case HUGGING_FACE -> Texts.of("catalog.other.huggingface");
            case MODEL_SCOPE -> Texts.of("catalog.other.modelscope");
            case MIRROR -> Texts.of("settings.source.mirror");
        };
    }
}
