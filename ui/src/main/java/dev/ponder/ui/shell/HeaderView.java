package dev.ponder.ui.shell;

import dev.ponder.chat.Ledger;
import dev.ponder.resources.Texts;
import dev.ponder.ui.chat.ChatViewModel;
import dev.ponder.ui.chat.ModelState;
import dev.ponder.ui.chat.ModelsViewModel;
import dev.ponder.ui.common.Dropdown;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Styles;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The model, its speed, and how full the context is. */
public final class HeaderView extends HBox {

    private static final PseudoClass READY = PseudoClass.getPseudoClass("ready");
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass NEARLY_FULL = PseudoClass.getPseudoClass("nearly-full");
    private static final double NEARLY = 0.85;
    /** From here on a tenth of a token is no longer worth its room. */
    private static final double HIGH_SPEED = 100;

    private static final double PERCENT = 100;
    private static final double CHEVRON_GAP = 8;
    /** The speed, the word beside the meter, and the meter itself. */
    private static final int LESS_IMPORTANT = 3;

    private final Button sidebar;
    private final Button model = new Button();
    private final Region dot = new Region();
    private final StackPane holder = new StackPane(model);
    private final Tooltip modelName = new Tooltip();
    private final ProgressBar load = new ProgressBar();
    private final Label percent = new Label();
    private final HBox loading;
    private final Label speed = new Label();
    private final ProgressBar meter = new ProgressBar(0);
    private final Label share = new Label();
    private final Label contextLabel = new Label(Texts.of("header.context.label"));
    private boolean hasSpeed;
    private final Button meterButton;
    private final Dropdown picker;
    private final ModelsViewModel models;

    /**
     * Makes the view.
     *
     * @param picker makes the content of the model picker, given what closes it
     * @param onSidebar shows the list of conversations
     * @param onPanel opens or closes the panel of the model's settings
     */
    public HeaderView(
            ChatViewModel chat,
            ModelsViewModel models,
            Function<Runnable, Region> picker,
            Runnable onSidebar,
            Runnable onPanel) {
        this.models = models;
        getStyleClass().add(Styles.HEADER);
        setAlignment(Pos.CENTER_LEFT);
        this.picker = new Dropdown(picker.apply(this::closePicker));
        var ledger = new Dropdown(new LedgerView(chat.usageProperty()));
        meterButton = meterButton(ledger);
        var cancel = Icons.button(Feather.X, Texts.of("header.load.cancel"), models::cancel);
        cancel.setId("cancel-load");
        loading = new HBox(load, percent, cancel);
        loading.setAlignment(Pos.CENTER_LEFT);
        percent.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        prepareModelButton();
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        speed.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        speed.setMinWidth(Region.USE_PREF_SIZE);
        var panel = Icons.button(Feather.SLIDERS, Texts.of("header.panel.name"), onPanel);
        panel.setId("open-panel");
        sidebar = Icons.button(Feather.SIDEBAR, Texts.of("header.sidebar.name"), onSidebar);
        sidebar.setId("show-sidebar");
        getChildren().addAll(sidebar, holder, loading, space, speed, meterButton, panel);
        chat.modelProperty().subscribe(this::showModel);
        chat.usageProperty().subscribe(this::showUsage);
        chat.speedProperty().subscribe(now -> showSpeed(now.doubleValue()));
    }

    /** Says whether the list of conversations is seen; where it is not, a button brings it back. */
    void setSidebarShown(boolean shown) {
        sidebar.setVisible(!shown);
        sidebar.setManaged(!shown);
    }

    /** Opens the model picker, or closes it. */
    public void togglePicker() {
        models.refresh();
        picker.toggle(model);
    }

    private void closePicker() {
        picker.hide();
    }

    private void prepareModelButton() {
        dot.getStyleClass().add(Styles.MODEL_DOT);
        model.setId("model");
        model.getStyleClass().addAll(Styles.FLAT, Styles.MODEL_BUTTON);
        // an underscore in a name is a letter
        model.setMnemonicParsing(false);
        model.setGraphic(dot);
        modelName.getStyleClass().add(Styles.TOOLTIP_LINE);
        model.setTooltip(modelName);
        var chevron = Icons.of(Feather.CHEVRON_DOWN);
        chevron.setMouseTransparent(true);
        StackPane.setAlignment(chevron, Pos.CENTER_RIGHT);
        StackPane.setMargin(chevron, new Insets(0, CHEVRON_GAP, 0, 0));
        holder.getChildren().add(chevron);
        model.setOnAction(_ -> togglePicker());
    }

    @Override
    protected void layoutChildren() {
        fit();
        super.layoutChildren();
    }

    /** Where there is little room, the name of the model and the share of the context stay longest. */
    private void fit() {
        for (int left = LESS_IMPORTANT; left >= 0; left--) {
            show(speed, left == LESS_IMPORTANT && hasSpeed);
            show(contextLabel, left >= 2);
            show(meter, left >= 1);
            double needed = getManagedChildren().stream()
                    .mapToDouble(child -> Math.max(child.minWidth(-1), holder.equals(child) ? 0 : child.prefWidth(-1)))
                    .sum();
            double gaps = getSpacing() * (getManagedChildren().size() - 1)
                    + getInsets().getLeft()
                    + getInsets().getRight();
            if (needed + gaps <= getWidth()) {
                return;
            }
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private Button meterButton(Dropdown ledger) {
        meter.getStyleClass().add(Styles.METER);
        share.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        contextLabel.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        var content = new HBox(contextLabel, meter, share);
        content.setAlignment(Pos.CENTER_LEFT);
        var button = new Button();
        button.setId("context");
        button.setGraphic(content);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().addAll(Styles.FLAT, Styles.METER_BUTTON);
        button.setOnAction(_ -> ledger.toggle(button));
        return button;
    }

    private void showModel(ModelState state) {
        boolean loads = state instanceof ModelState.Loading;
        show(loading, loads);
        dot.pseudoClassStateChanged(READY, state instanceof ModelState.Ready);
        dot.pseudoClassStateChanged(FAILED, state instanceof ModelState.Failed);
        var text =
                switch (state) {
                    case ModelState.None() -> Texts.of("header.model.none");
                    case ModelState.Loading(var name, var fraction) -> {
                        load.setProgress(fraction);
                        percent.setText(Texts.of("header.load.percent", (int) (fraction * PERCENT)));
                        yield name;
                    }
                    case ModelState.Ready(var facts) -> facts.name();
                    case ModelState.Failed(var _, var name, var _) -> name;
                };
        model.setText(text);
        modelName.setText(text);
        model.setAccessibleText(Texts.of("header.model.name", text));
    }

    private void showSpeed(double tokensPerSecond) {
        hasSpeed = tokensPerSecond > 0;
        show(speed, hasSpeed);
        speed.setText(
                tokensPerSecond < HIGH_SPEED
                        ? Texts.of("header.speed.text", tokensPerSecond)
                        : Texts.of("header.speed.high", tokensPerSecond));
    }

    private void showUsage(@Nullable Ledger ledger) {
        show(meterButton, ledger != null);
        if (ledger != null) {
            double used = Math.min(1, (double) ledger.promptTokens() / ledger.contextSize());
            meter.setProgress(used);
            int whole = (int) Math.round(used * PERCENT);
            share.setText(Texts.of("header.context.percent", whole));
            meter.pseudoClassStateChanged(NEARLY_FULL, used > NEARLY);
            meterButton.setAccessibleText(
                    Texts.of("header.context.name", whole, ledger.promptTokens(), ledger.contextSize()));
        }
    }
}
