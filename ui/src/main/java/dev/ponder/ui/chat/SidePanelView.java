package dev.ponder.ui.chat;

import dev.ponder.engine.KvType;
import dev.ponder.engine.LoadRequest;
import dev.ponder.resources.Texts;
import dev.ponder.ui.common.Beside;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Segments;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The panel at the right: sampling, and how the model is loaded. */
public final class SidePanelView extends VBox {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

    private final ModelPanelViewModel panel;

    /**
     * Makes the view.
     *
     * @param onClose closes the panel
     */
    public SidePanelView(ModelPanelViewModel panel, Runnable onClose) {
        this.panel = panel;
        getStyleClass().add(Styles.SIDE_PANEL);
        var content = new VBox(modelName(), modes());
        addSampling(content, panel.sampling());
        addLoading(content, panel.load());
        content.getStyleClass().add(Styles.SIDE_PANEL_CONTENT);
        var scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head(onClose), scroll, foot());
    }

    private void addSampling(VBox content, SamplingFields fields) {
        content.getChildren()
                .addAll(
                        row("panel.temperature.label", "panel.temperature.hint", fields.temperature()),
                        row("panel.topp.label", "panel.topp.hint", fields.topP()),
                        row("panel.topk.label", "panel.topk.hint", fields.topK()),
                        row("panel.minp.label", "panel.minp.hint", fields.minP()),
                        row("panel.presence.label", "panel.presence.hint", fields.presence()),
                        row("panel.repetition.label", "panel.repetition.hint", fields.repetition()),
                        row("panel.seed.label", "panel.seed.hint", fields.seed(), _ -> Texts.of("panel.seed.random")));
    }

    private void addLoading(VBox content, LoadFields fields) {
        content.getChildren()
                .addAll(
                        heading("panel.load.heading"),
                        row(
                                "panel.context.label",
                                "panel.context.hint",
                                fields.contextSize(),
                                facts -> number(facts.info().contextSize())),
                        new WrappedText(fields.contextNoteProperty(), Styles.MUTED, Styles.SMALL),
                        yarnRow(),
                        kvRow(),
                        row(
                                "panel.threads.label",
                                "panel.threads.hint",
                                fields.threads(),
                                facts -> number(facts.info().threads())),
                        row(
                                "panel.layers.label",
                                "panel.layers.hint",
                                fields.gpuLayers(),
                                _ -> Texts.of("panel.layers.all")),
                        reloadButton());
    }

    private static Node head(Runnable onClose) {
        var title = new Label(Texts.of("panel.title.text"));
        title.getStyleClass().add(Styles.HEADING);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        var head = new HBox(title, Icons.button(Feather.X, Texts.of("panel.close.name"), onClose));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add(Styles.SIDE_PANEL_HEAD);
        return head;
    }

    private Node modelName() {
        return new WrappedText(
                panel.factsProperty()
                        .map(facts -> Texts.of("panel.model.remembered", facts.name()))
                        .orElse(Texts.of("panel.model.none")),
                Styles.MUTED,
                Styles.SMALL);
    }

    private Node modes() {
        var modes = new Segments<>(
                List.of(true, false),
                thinking -> Texts.of(thinking ? "panel.mode.thinking" : "panel.mode.answering"),
                Texts.of("panel.sampling.heading"));
        modes.valueProperty().bindBidirectional(panel.whileThinkingProperty());
        return new VBox(8, heading("panel.sampling.heading"), modes);
    }

    private static Label heading(String key) {
        var label = new Label(Texts.of(key));
        label.getStyleClass().add(Styles.CONVERSATION_HEADING);
        return label;
    }

    private static Region row(String key, String hintKey, NumberField number) {
        return labelled(key, hintKey, field(key, hintKey, number));
    }

    /** A field that says what an empty one stands for. */
    private Region row(String key, String hintKey, NumberField number, Function<ModelFacts, String> prompt) {
        var field = field(key, hintKey, number);
        field.promptTextProperty().bind(panel.factsProperty().map(prompt).orElse(""));
        return labelled(key, hintKey, field);
    }

    private static TextField field(String key, String hintKey, NumberField number) {
        var field = new TextField();
        field.setAlignment(Pos.CENTER_RIGHT);
        field.textProperty().bindBidirectional(number.textProperty());
        field.setAccessibleText(Texts.of(key));
        field.setAccessibleHelp(Texts.of(hintKey));
        number.validProperty().subscribe(valid -> field.pseudoClassStateChanged(INVALID, !valid));
        return field;
    }

    private static String number(int value) {
        return Texts.of("ledger.tokens.number", value);
    }

    private static Region labelled(String key, String hintKey, Node control) {
        var label = new WrappedText(Texts.of(key));
        Tooltip.install(label, new Tooltip(Texts.of(hintKey)));
        return new Beside(label, control);
    }

    /** There only for models whose makers offer it. */
    private Node yarnRow() {
        var factors = new Segments<>(
                List.of(1, 2, LoadRequest.MOST_YARN),
                factor -> factor == 1 ? Texts.of("panel.yarn.off") : Texts.of("panel.yarn.times", factor),
                Texts.of("panel.yarn.label"));
        factors.setId("yarn");
        factors.valueProperty().bindBidirectional(panel.load().yarnFactorProperty());
        var row = new VBox(
                labelled("panel.yarn.label", "panel.yarn.hint", factors),
                new WrappedText(Texts.of("panel.yarn.hint"), Styles.MUTED, Styles.SMALL));
        row.visibleProperty()
                .bind(panel.factsProperty()
                        .map(facts -> !facts.context().yarnFactors().isEmpty())
                        .orElse(false));
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private Node kvRow() {
        var types = new Segments<>(List.of(KvType.values()), KvType::label, Texts.of("panel.kv.label"));
        types.valueProperty().bindBidirectional(panel.load().kvTypeProperty());
        return labelled("panel.kv.label", "panel.kv.hint", types);
    }

    private Node reloadButton() {
        var button = new Button(Texts.of("panel.reload.text"), Icons.of(Feather.REFRESH_CW));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> panel.reload());
        button.disableProperty().bind(panel.reloadsProperty().not());
        return button;
    }

    private Node foot() {
        var button = new Button(Texts.of("panel.recommended.text"));
        button.setId("recommended");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> panel.recommend());
        button.disableProperty().bind(panel.recommendedProperty());
        var foot = new VBox(button);
        foot.getStyleClass().add(Styles.SIDE_PANEL_FOOT);
        return foot;
    }
}
