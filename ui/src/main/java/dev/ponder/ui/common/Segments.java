package dev.ponder.ui.common;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/** A choice of few, side by side; exactly one is chosen. */
public final class Segments<T> extends HBox {

    private final ObjectProperty<T> value;
    private final ToggleGroup group = new ToggleGroup();
    private final List<T> choices;

    /**
     * Makes the control.
     *
     * @param choices from left to right, at least two
     * @param text what a choice is called
     * @param name what the whole is called, for a screen reader
     */
    public Segments(List<T> choices, Function<? super T, String> text, String name) {
        this.choices = List.copyOf(choices);
        this.value = new SimpleObjectProperty<>(choices.getFirst());
        for (int i = 0; i < choices.size(); i++) {
            var label = text.apply(choices.get(i));
            var button = new ToggleButton(label);
            button.getStyleClass().add(style(i));
            button.setAccessibleText(name + ": " + label);
            button.setMnemonicParsing(false);
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            getChildren().add(button);
        }
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        value.subscribe(this::select);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                // a click on the chosen one must not choose none
                group.selectToggle(before);
            } else {
                value.set(this.choices.get(group.getToggles().indexOf(now)));
            }
        });
    }

    /** The chosen one. */
    public ObjectProperty<T> valueProperty() {
        return value;
    }

    private void select(T chosen) {
        int index = choices.indexOf(chosen);
        if (index >= 0) {
            group.selectToggle(group.getToggles().get(index));
        }
    }

    private String style(int index) {
        if (index == 0) {
            return Styles.LEFT_PILL;
        }
        return index == choices.size() - 1 ? Styles.RIGHT_PILL : Styles.CENTER_PILL;
    }
}
