package dev.ponder.ui.settings;

import dev.ponder.chat.OverflowPolicy;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.resources.Texts;
import dev.ponder.settings.Appearance;
import dev.ponder.settings.ReasoningPane;
import dev.ponder.ui.chat.BudgetControl;
import dev.ponder.ui.chat.NumberField;
import dev.ponder.ui.common.Beside;
import dev.ponder.ui.common.Dialogs;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.Segments;
import dev.ponder.ui.common.Styles;
import dev.ponder.ui.common.WrappedText;
import dev.ponder.ui.keeping.KeepingViewModel;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page with all settings. */
public final class SettingsView extends VBox {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final double PERCENT = 100;
    private static final int NUMBER_COLUMNS = 5;

    private final SettingsViewModel settings;

    /**
     * Makes the view.
     *
     * @param models the group about fetching models
     * @param keeping conversations in files, and the trash
     * @param onClose goes back to the conversation
     */
    public SettingsView(
            SettingsViewModel settings, Dialogs dialogs, Node models, KeepingViewModel keeping, Runnable onClose) {
        this.settings = settings;
        getStyleClass().add(Styles.PAGE);
        var column = new VBox(
                card("settings.appearance.heading", appearance(), fontSize()),
                card("settings.thinking.heading", reasoningPane(), thinking(), budget(), answerWithin(), landsLoops()),
                card("settings.chats.heading", overflow()),
                models,
                new KeepingCards(keeping, dialogs, trashDays()).all(),
                new DataCards(settings, dialogs).all());
        column.getStyleClass().add(Styles.PAGE_COLUMN);
        var holder = new StackPane(column);
        holder.setAlignment(Pos.TOP_CENTER);
        var scroll = new ScrollPane(holder);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(header(onClose), scroll);
    }

    private static Node header(Runnable onClose) {
        var title = new Label(Texts.of("settings.page.title"));
        title.getStyleClass().add(Styles.TITLE);
        var back = Icons.button(Feather.ARROW_LEFT, Texts.of("settings.page.back"), onClose);
        back.setId("close-settings");
        var header = new HBox(back, title);
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add(Styles.PAGE_HEADER);
        return header;
    }

    /** A titled group of rows. */
    static VBox card(String headingKey, Node... rows) {
        var heading = new Label(Texts.of(headingKey));
        heading.getStyleClass().add(Styles.HEADING);
        var card = new VBox(rows);
        card.getStyleClass().add(Styles.CARD);
        separate(card);
        var group = new VBox(heading, card);
        group.getStyleClass().add(Styles.CARD_GROUP);
        return group;
    }

    /** Draws a line above each row but the first. */
    static void separate(VBox card) {
        card.getChildren().stream().skip(1).forEach(row -> row.getStyleClass().add(Styles.SETTING_ROW_BELOW));
    }

    /** A row: what it is, a line about it, and the controls, which go below where the row is narrow. */
    static Region row(String title, String text, Node... controls) {
        var about = new WrappedText(text, Styles.MUTED, Styles.SMALL);
        about.setManaged(!text.isEmpty());
        about.setVisible(!text.isEmpty());
        var row = new Beside(new VBox(new WrappedText(title), about), controls);
        row.getStyleClass().add(Styles.SETTING_ROW);
        return row;
    }

    private Node appearance() {
        var name = Texts.of("settings.theme.title");
        var choice = new Segments<>(List.of(Appearance.values()), SettingsView::text, name);
        choice.valueProperty().bindBidirectional(settings.appearanceProperty());
        return row(name, Texts.of("settings.theme.text"), choice);
    }

    private Node fontSize() {
        var smaller = Icons.button(Feather.MINUS, Texts.of("settings.font.smaller"), () -> settings.changeFont(-1));
        var larger = Icons.button(Feather.PLUS, Texts.of("settings.font.larger"), () -> settings.changeFont(1));
        var size = new Button();
        size.getStyleClass().add(Styles.FLAT);
        size.textProperty()
                .bind(settings.fontScaleProperty()
                        .map(scale -> Texts.of("settings.font.percent", Math.round(scale.doubleValue() * PERCENT))));
        size.setAccessibleHelp(Texts.of("settings.font.usual"));
        size.setOnAction(_ -> settings.usualFont());
        return row(Texts.of("settings.font.title"), Texts.of("settings.font.text"), smaller, size, larger);
    }

    private Node reasoningPane() {
        var name = Texts.of("settings.pane.title");
        var choice = new Segments<>(List.of(ReasoningPane.values()), SettingsView::text, name);
        choice.valueProperty().bindBidirectional(settings.reasoningPaneProperty());
        return row(name, Texts.of("settings.pane.text"), choice);
    }

    private Node thinking() {
        var name = Texts.of("settings.thinking.title");
        var choice = new Segments<>(
                List.of(ThinkingChoice.OFF, ThinkingChoice.AUTO, ThinkingChoice.ON),
                value -> Texts.of(
                        switch (value) {
                            case OFF -> "settings.thinking.off";
                            case AUTO -> "settings.thinking.auto";
                            case ON -> "settings.thinking.on";
                        }),
                name);
        choice.valueProperty().bindBidirectional(settings.thinkingProperty());
        return row(name, Texts.of("settings.thinking.text"), choice);
    }

    private Node budget() {
        return row(
                Texts.of("settings.budget.title"),
                Texts.of("settings.budget.text"),
                new BudgetControl(settings.budgetProperty()));
    }

    private Node answerWithin() {
        return number(
                settings.answerWithin(),
                new NumberWords(
                        Texts.of("settings.within.title"),
                        Texts.of("settings.within.text"),
                        Texts.of("settings.within.none"),
                        Texts.of("settings.within.unit")));
    }

    private Node trashDays() {
        return number(
                settings.trashDays(),
                new NumberWords(
                        Texts.of("settings.trash.title"),
                        Texts.of("settings.trash.text"),
                        Texts.of("settings.trash.none"),
                        Texts.of("settings.trash.unit")));
    }

    /** What a row with a number says; what it says where none is typed. */
    private record NumberWords(String title, String text, String none, String unit) {}

    private static Node number(NumberField number, NumberWords words) {
        var field = new TextField();
        field.setPrefColumnCount(NUMBER_COLUMNS);
        field.setMinWidth(USE_PREF_SIZE);
        field.setAlignment(Pos.CENTER_RIGHT);
        field.setPromptText(words.none());
        field.setAccessibleText(words.title());
        field.setAccessibleHelp(words.text());
        field.textProperty().bindBidirectional(number.textProperty());
        number.validProperty().subscribe(valid -> field.pseudoClassStateChanged(INVALID, !valid));
        var unit = new Label(words.unit());
        unit.setMinWidth(USE_PREF_SIZE);
        return row(words.title(), words.text(), field, unit);
    }

    private Node landsLoops() {
        var name = Texts.of("settings.loops.title");
        var choice = new Segments<>(
                List.of(false, true), lands -> Texts.of(lands ? "settings.loops.land" : "settings.loops.ask"), name);
        choice.valueProperty().bindBidirectional(settings.landsLoopsProperty());
        return row(name, Texts.of("settings.loops.text"), choice);
    }

    private Node overflow() {
        var name = Texts.of("settings.overflow.title");
        var choice = new Segments<>(List.of(OverflowPolicy.values()), SettingsView::text, name);
        choice.valueProperty().bindBidirectional(settings.overflowProperty());
        return row(name, Texts.of("settings.overflow.text"), choice);
    }

    private static String text(Appearance appearance) {
        return switch (appearance) {
            case SYSTEM -> Texts.of("settings.theme.system");
            case LIGHT -> Texts.of("settings.theme.light");
            case DARK -> Texts.of("settings.theme.dark");
        };
    }

    private static String text(ReasoningPane pane) {
        return switch (pane) {
            case FOLD_AT_ANSWER -> Texts.of("settings.pane.fold");
            case OPEN -> Texts.of("settings.pane.open");
            case FOLDED -> Texts.of("settings.pane.folded");
            case NEVER -> Texts.of("settings.pane.never");
        };
    }

    private static String text(OverflowPolicy policy) {
        return switch (policy) {
            case STOP_AND_ASK -> Texts.of("settings.overflow.ask");
            case DROP_OLDEST -> Texts.of("settings.overflow.drop");
            case KEEP_FIRST_AND_LAST -> Texts.of("settings.overflow.first");
        };
    }
}
