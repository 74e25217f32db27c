package dev.ponder.ui.models;

import dev.ponder.resources.Texts;
import dev.ponder.settings.FetchSettings.FirstSource;
import dev.ponder.ui.common.Segments;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The group of the settings page about fetching models: who is asked first, a mirror, and the speed. */
public final class FetchSettingsView extends VBox {

    private static final double FIELD = 220;

    /** Makes the view. */
    public FetchSettingsView(FetchSettingsViewModel settings) {
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
                row(Texts.of("settings.limit.title"), Texts.of("settings.limit.text"), limit));
        card.getStyleClass().add(Styles.CARD);
        card.getChildren().stream().skip(1).forEach(row -> row.getStyleClass().add(Styles.SETTING_ROW_BELOW));
        var problem = new WrappedText(settings.problemProperty(), Styles.FIELD_ERROR, Styles.SMALL);
        problem.visibleProperty().bind(settings.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        getChildren().addAll(Chips.heading(Texts.of("settings.fetch.heading")), card, problem);
    }

    private static TextField field(String nameKey) {
        var field = new TextField();
        field.setPrefWidth(FIELD);
        field.setAccessibleText(Texts.of(nameKey));
        return field;
    }

    private static HBox row(String title, String text, Node control) {
        var texts = new VBox(new WrappedText(title), new WrappedText(text, Styles.MUTED, Styles.SMALL));
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
