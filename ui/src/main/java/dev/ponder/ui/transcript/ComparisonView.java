package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.WrappedText;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Two replies side by side, or one above the other where there is no room, each with what it cost. */
public final class ComparisonView extends VBox {

    /** Below this, at the usual size of text, lines would get too short side by side. */
    private static final double NARROW_EM = 54;

    private final ComparisonViewModel comparison;
    private final TranscriptActions actions;
    private final Consumer<String> onKeep;
    private final Region direct;
    private final Region thinking;
    private final StackPane sides = new StackPane();
    private final Label measure = new Label();

    /**
     * Makes the view.
     *
     * @param actions what the requests of its replies do
     * @param onKeep told which reply to keep
     * @param onGoOn has the side made that is missing
     */
    public ComparisonView(
            ComparisonViewModel comparison, TranscriptActions actions, Consumer<String> onKeep, Runnable onGoOn) {
        this.comparison = comparison;
        this.actions = actions;
        this.onKeep = onKeep;
        getStyleClass().add(TranscriptStyles.COMPARISON);
        direct = side(comparison.direct(), "compare.side.direct", "keep-direct");
        thinking = side(comparison.thinking(), "compare.side.thinking", "keep-thinking");
        VBox.setVgrow(sides, Priority.ALWAYS);
        sides.setMinHeight(0);
        measure.setManaged(false);
        measure.setVisible(false);
        getChildren().addAll(head(onGoOn), sides, measure);
        visibleProperty().bind(comparison.shownProperty());
        managedProperty().bind(visibleProperty());
        widthProperty().subscribe(this::arrange);
        measure.fontProperty().subscribe(this::arrange);
    }

    private HBox head(Runnable onGoOn) {
        var title = new Label(Texts.of("compare.title.text"), Icons.inText(Feather.COLUMNS));
        title.getStyleClass().add(TranscriptStyles.COMPARISON_TITLE);
        title.setMinWidth(USE_PREF_SIZE);
        var question = new Label();
        question.textProperty()
                .bind(comparison
                        .questionProperty()
                        .map(text -> text.lines().findFirst().orElse("")));
        question.getStyleClass().add(TranscriptStyles.BAR_LABEL);
        question.setMinWidth(0);
        HBox.setHgrow(question, Priority.ALWAYS);
        question.setMaxWidth(Double.MAX_VALUE);
        var goOn = new Button(Texts.of("compare.goon.button"));
        goOn.setId("compare-go-on");
        goOn.setMinWidth(USE_PREF_SIZE);
        goOn.setOnAction(_ -> onGoOn.run());
        goOn.visibleProperty().bind(comparison.leftProperty());
        goOn.managedProperty().bind(goOn.visibleProperty());
        var head = new HBox(title, question, goOn);
        head.getStyleClass().add(TranscriptStyles.COMPARISON_HEAD);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Region side(ComparisonViewModel.Side side, String titleKey, String keepId) {
        var reply = side.replyProperty();
        var title = new Label(Texts.of(titleKey));
        title.getStyleClass().add(TranscriptStyles.COMPARISON_TITLE);
        title.setMinWidth(0);
        var figures = new Label();
        figures.textProperty().bind(reply.map(ComparedReply::figures));
        figures.getStyleClass().add(TranscriptStyles.BAR_LABEL);
        figures.setMinWidth(0);
        figures.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(figures, Priority.ALWAYS);
        var keep = new Button(Texts.of("compare.keep.button"));
        keep.setId(keepId);
        keep.setMinWidth(USE_PREF_SIZE);
        keep.setAccessibleText(Texts.of("compare.keep.name", title.getText()));
        keep.disableProperty().bind(reply.map(each -> !each.canKeep()));
        keep.setOnAction(_ -> onKeep.accept(reply.get().id()));
        var head = new HBox(title, figures, keep);
        head.getStyleClass().add(TranscriptStyles.COMPARISON_SIDE_HEAD);
        head.setAlignment(Pos.CENTER_LEFT);
        var waiting = new WrappedText(Texts.of("compare.side.waiting"), TranscriptStyles.COMPARISON_WAITING);
        waiting.visibleProperty().bind(reply.map(each -> each.id().isEmpty()));
        var body = new StackPane(new TranscriptView(side.transcript, actions), waiting);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        var box = new VBox(head, body);
        box.getStyleClass().add(TranscriptStyles.COMPARISON_SIDE);
        box.setMinSize(0, 0);
        box.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return box;
    }

    private void arrange() {
        boolean narrow =
                getWidth() > 0 && getWidth() < NARROW_EM * measure.getFont().getSize();
        boolean stacked = !sides.getChildren().isEmpty() && sides.getChildren().getFirst() instanceof VBox;
        if (sides.getChildren().isEmpty() || narrow != stacked) {
            Pane row = narrow ? new VBox(direct, thinking) : new HBox(direct, thinking);
            for (var side : new Region[] {direct, thinking}) {
                // equal shares, whatever the two say
                side.setPrefSize(1, 1);
                HBox.setHgrow(side, Priority.ALWAYS);
                VBox.setVgrow(side, Priority.ALWAYS);
            }
            row.getStyleClass().add(TranscriptStyles.COMPARISON_SIDES);
            sides.getChildren().setAll(row);
        }
    }
}
