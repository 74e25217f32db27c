package dev.ponder.ui.chat;

import dev.ponder.resources.Texts;
import dev.ponder.ui.chat.ComposerViewModel.Mode;
import dev.ponder.ui.common.Dialogs;
import dev.ponder.ui.common.Icons;
import dev.ponder.ui.common.LazyPane;
import dev.ponder.ui.common.Measure;
import dev.ponder.ui.common.Styles;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Where the user writes. */
final class ComposerView extends VBox {

    /** From the edge of the box to its text. */
    private static final double INSET = 16;

    private final ChatViewModel chat;
    private final Dialogs dialogs;
    private final ComposerViewModel composer;
    private final ComposerText text;
    private final Button button = new Button();
    private final Label hint = new Label();
    private final ThinkingControl thinking;
    private final BudgetControl budget;
    private boolean composing;

    ComposerView(ChatViewModel chat, Dialogs dialogs) {
        this.chat = chat;
        this.dialogs = dialogs;
        this.composer = chat.composer();
        this.text = new ComposerText(composer.textProperty(), this::onKey, now -> composing = now);
        this.thinking = new ThinkingControl(composer);
        this.budget = new BudgetControl(composer.budgetProperty());
        getStyleClass().add(Styles.COMPOSER);
        var editing = new LazyPane(this::editingBar);
        editing.visibleProperty().bind(composer.editingProperty().map(_ -> true).orElse(false));
        editing.managedProperty().bind(editing.visibleProperty());
        var box = new VBox(editing, new EnclosedView(composer, this::askForSchema), text, bar());
        box.getStyleClass().add(Styles.COMPOSER_BOX);
        var waiting = new QueueView(chat.queue());
        var measure = new Measure();
        // so what is written stands below what was said, in any font
        var width = measure.widthProperty().map(column -> column + 2 * INSET);
        box.maxWidthProperty().bind(width);
        waiting.maxWidthProperty().bind(width);
        getChildren().addAll(waiting, box, measure);
        prepareText();
        prepareButton();
        composer.reasonProperty().subscribe(this::update);
        composer.statusProperty().subscribe(this::update);
        composer.modeProperty().subscribe(this::update);
        composer.textProperty().subscribe(this::update);
        composer.editingProperty().subscribe(this::update);
        composer.weightProperty().subscribe(this::update);
        composer.readingProperty().subscribe(this::update);
        composer.thinkingProperty().subscribe(this::updateBudget);
        composer.abilityProperty().subscribe(this::updateBudget);
        updateBudget();
        update();
    }

    /** Gives the keyboard to the text. */
    void focusText() {
        text.focus();
    }

    private void prepareText() {
        composer.editingProperty().subscribe(editing -> {
            if (editing != null) {
                text.focus();
                text.end();
            }
        });
    }

    private void onKey(KeyEvent event) {
        // while letters are composed, Enter and Esc belong to the input method
        if (composing) {
            return;
        }
        if (event.getCode() == KeyCode.ENTER && !event.isControlDown() && !event.isAltDown() && !event.isMetaDown()) {
            if (event.isShiftDown()) {
                text.breakLine();
            } else {
                chat.send();
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            onEscape(event);
        } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            moveFocus(event);
        }
    }

    private void onEscape(KeyEvent event) {
        if (composer.editingProperty().get() != null) {
            composer.cancelEdit();
            event.consume();
        }
    }

    private void moveFocus(KeyEvent event) {
        // a tab leads on instead of standing in the message
        if (event.getSource() instanceof Node area) {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
        event.consume();
    }

    private HBox editingBar() {
        var label = new Label(Texts.of("composer.editing.label"), Icons.of(Feather.EDIT_2));
        label.getStyleClass().add(Styles.MUTED);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        var cancel = Icons.button(Feather.X, Texts.of("composer.editing.cancel"), composer::cancelEdit);
        var bar = new HBox(label, cancel);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private HBox bar() {
        hint.getStyleClass().addAll(Styles.MUTED, Styles.SMALL);
        hint.setId("composer-hint");
        hint.setMinWidth(0);
        // the pane says the same and more, and its place is needed
        hint.visibleProperty().bind(composer.thinkingNowProperty().not());
        hint.managedProperty().bind(hint.visibleProperty());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var add = new AddMenu(chat, this::askForSchema, this::askForInstructions);
        var bar = new HBox(add, thinking, budget, tools(), instructed(), space, hint, answerNow(), button);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add(Styles.COMPOSER_BAR);
        return bar;
    }

    private void askForSchema() {
        var editor = new SchemaEditorView(composer.enclosedProperty().get().schema());
        dialogs.ask(
                getScene().getWindow(),
                Texts.of("writing.schema.title"),
                editor,
                Texts.of("writing.schema.yes"),
                editor.schemaProperty().map(_ -> true).orElse(false),
                () -> {
                    var schema = editor.schemaProperty().get();
                    if (schema != null) {
                        chat.answerBy(schema);
                    }
                });
    }

    private void askForInstructions() {
        var instructions = chat.instructions();
        dialogs.ask(
                getScene().getWindow(),
                Texts.of("writing.instructions.title"),
                new InstructionsView(instructions),
                Texts.of("writing.instructions.yes"),
                new SimpleBooleanProperty(true),
                () -> chat.instruct(instructions.textProperty().get()));
    }

    /** There only where the conversation has instructions. */
    private Node instructed() {
        var button = Icons.button(Feather.BOOK_OPEN, Texts.of("writing.instructions.set"), this::askForInstructions);
        button.setId("instructed");
        button.getStyleClass().add(Styles.INSTRUCTED);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.visibleProperty()
                .bind(chat.conversationProperty()
                        .map(shown -> !shown.settings().systemPrompt().isEmpty())
                        .orElse(false));
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void updateBudget() {
        budget.setVisible(composer.thinks());
        budget.setManaged(composer.thinks());
    }

    private ToggleButton tools() {
        var tools = new ToggleButton("", Icons.of(Feather.TOOL));
        tools.setId("tools");
        tools.getStyleClass().addAll(Styles.FLAT, Styles.TOOLS);
        tools.setMinWidth(Region.USE_PREF_SIZE);
        tools.setAccessibleText(Texts.of("composer.tools.name"));
        tools.setAccessibleHelp(Texts.of("composer.tools.hint"));
        tools.setTooltip(new Tooltip(Texts.of("composer.tools.hint")));
        tools.selectedProperty().bindBidirectional(composer.toolsProperty());
        return tools;
    }

    private Button answerNow() {
        var answer = new Button(Texts.of("composer.answer.text"), Icons.of(Feather.FAST_FORWARD));
        answer.setId("answer-now");
        answer.setMinWidth(Region.USE_PREF_SIZE);
        answer.setTooltip(new Tooltip(Texts.of("composer.answer.hint")));
        answer.setOnAction(_ -> {
            chat.answerNow();
            text.requestFocus();
        });
        answer.visibleProperty().bind(composer.thinkingNowProperty());
        answer.managedProperty().bind(answer.visibleProperty());
        return answer;
    }

    private void prepareButton() {
        button.setId("send");
        button.getStyleClass().add(Styles.SEND);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> {
            if (composer.modeProperty().get() == Mode.STOP) {
                chat.stop();
            } else {
                chat.send();
            }
            text.focus();
        });
    }

    private void update() {
        boolean stops = composer.modeProperty().get() == Mode.STOP;
        boolean edits = composer.editingProperty().get() != null;
        button.setText(
                Texts.of(stops ? "composer.button.stop" : edits ? "composer.button.save" : "composer.button.send"));
        button.setGraphic(Icons.of(stops ? Feather.SQUARE : Feather.ARROW_UP));
        button.setTooltip(new Tooltip(Texts.of(stops ? "composer.button.stophint" : "composer.button.sendhint")));
        button.getStyleClass().remove(Styles.ACCENT);
        if (!stops) {
            button.getStyleClass().add(Styles.ACCENT);
        }
        button.setDisable(!stops && !composer.canSend());
        var reason = composer.fits() ? composer.reasonProperty().get() : Texts.of("writing.attach.reason");
        var before = hint.getText();
        hint.setText(
                !stops
                        ? reason
                        : composer.canQueue()
                                ? Texts.of("writing.queue.hint")
                                : composer.statusProperty().get());
        if (!hint.getText().equals(before)) {
            // a reader hears that thinking or answering began, and no tokens
            hint.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
        }
    }
}
