package dev.ponder.ui.chat;

import dev.ponder.resources.Texts;
import dev.ponder.thinking.Budget;
import dev.ponder.ui.chat.NumberField.Limits;
import dev.ponder.ui.common.Styles;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/** Most tokens of a thought: one of a few, or a number that is typed in the control's place. */
public final class BudgetControl extends StackPane {

    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final int MOST = 1_000_000;
    private static final int KILO = 1024;
    private static final double FIELD_WIDTH = 84;

    private final ObjectProperty<Budget> budget;
    private final MenuButton menu = new MenuButton();
    private final NumberField number = new NumberField(new Limits(0, MOST, true));
    private final TextField field = new TextField();

    /**
     * Makes the control.
     *
     * @param budget that it shows and changes
     */
    public BudgetControl(ObjectProperty<Budget> budget) {
        this.budget = budget;
        getStyleClass().add(Styles.BUDGET);
        setMinWidth(USE_PREF_SIZE);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        prepareMenu();
        prepareField();
        getChildren().addAll(menu, field);
        budget.subscribe(this::update);
        edit(false);
        update();
    }

    /** What a budget is called. */
    static String text(Budget budget) {
        if (budget.isNone()) {
            return Texts.of("budget.choice.none");
        }
        if (budget.isUnlimited()) {
            return Texts.of("budget.choice.unlimited");
        }
        return budget.tokens() % KILO == 0
                ? Texts.of("budget.choice.thousands", budget.tokens() / KILO)
                : Texts.of("budget.choice.number", budget.tokens());
    }

    private void prepareMenu() {
        menu.setId("budget");
        menu.setPopupSide(Side.TOP);
        menu.setMinWidth(USE_PREF_SIZE);
        menu.setMnemonicParsing(false);
        menu.setTooltip(new Tooltip(Texts.of("budget.menu.hint")));
        var group = new ToggleGroup();
        for (var choice : Budget.CHOICES) {
            var item = new RadioMenuItem(text(choice));
            item.setUserData(choice);
            item.setToggleGroup(group);
            item.setOnAction(_ -> budget.set(choice));
            menu.getItems().add(item);
        }
        var other = new MenuItem(Texts.of("budget.menu.other"));
        other.setOnAction(_ -> edit(true));
        menu.getItems().addAll(new SeparatorMenuItem(), other);
    }

    private void prepareField() {
        field.setId("budget-number");
        field.setPrefWidth(FIELD_WIDTH);
        field.setAccessibleText(Texts.of("budget.field.name"));
        field.setTooltip(new Tooltip(Texts.of("budget.field.name")));
        field.textProperty().bindBidirectional(number.textProperty());
        number.validProperty().subscribe(valid -> field.pseudoClassStateChanged(INVALID, !valid));
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                edit(false);
                menu.requestFocus();
                event.consume();
            }
        });
        field.setOnAction(_ -> {
            if (take()) {
                menu.requestFocus();
            }
        });
        field.focusedProperty().subscribe((before, now) -> {
            if (before && !now && field.isVisible() && !take()) {
                edit(false);
            }
        });
    }

    private boolean take() {
        if (number.validProperty().get()) {
            budget.set(new Budget((int) number.get()));
            edit(false);
            return true;
        }
        return false;
    }

    private void edit(boolean edits) {
        field.setVisible(edits);
        field.setManaged(edits);
        menu.setVisible(!edits);
        menu.setManaged(!edits);
        if (edits) {
            var now = budget.get();
            number.set(now.isUnlimited() ? 2 * KILO : now.tokens());
            field.requestFocus();
            field.selectAll();
        }
    }

    private void update() {
        var now = budget.get();
        menu.setText(Texts.of("budget.menu.text", text(now)));
        menu.setAccessibleText(Texts.of("budget.menu.name", text(now)));
        for (var item : menu.getItems()) {
            if (item instanceof RadioMenuItem choice) {
                choice.setSelected(now.equals(choice.getUserData()));
            }
        }
    }
}
