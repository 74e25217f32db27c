package dev.ponder.ui.common;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.Region;

/** A choice of few, side by side, or stacked where there is no room for that; exactly one is chosen. */
public final class Segments<T> extends Region {

    private static final PseudoClass STACKED = PseudoClass.getPseudoClass("stacked");

    private final ObjectProperty<T> value;
    private final ToggleGroup group = new ToggleGroup();
    private final List<T> choices;
    private final List<ToggleButton> buttons;

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
        getStyleClass().add(Styles.SEGMENTS);
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText(name);
        buttons = this.choices.stream()
                .map(choice -> button(text.apply(choice), name))
                .toList();
        for (int i = 0; i < buttons.size(); i++) {
            buttons.get(i).getStyleClass().add(style(i));
        }
        getChildren().addAll(buttons);
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

    private ToggleButton button(String label, String name) {
        var button = new ToggleButton(label);
        button.setAccessibleText(name + ": " + label);
        button.setMnemonicParsing(false);
        button.setToggleGroup(group);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
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

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double sum() {
        return buttons.stream()
                .mapToDouble(button -> snapSizeX(button.prefWidth(-1)))
                .sum();
    }

    private double height() {
        return buttons.stream()
                .mapToDouble(button -> button.prefHeight(-1))
                .max()
                .orElse(0);
    }

    @Override
    protected double computeMinWidth(double height) {
        return buttons.stream()
                .mapToDouble(button -> snapSizeX(button.prefWidth(-1)))
                .max()
                .orElse(0);
    }

    @Override
    protected double computePrefWidth(double height) {
        return sum();
    }

    @Override
    protected double computePrefHeight(double width) {
        return width < 0 || width >= sum() ? height() : buttons.size() * height();
    }

    @Override
    protected void layoutChildren() {
        boolean stacked = getWidth() < sum();
        pseudoClassStateChanged(STACKED, stacked);
        double height = height();
        double place = 0;
        for (var button : buttons) {
            double width = stacked ? getWidth() : snapSizeX(button.prefWidth(-1));
            button.resizeRelocate(stacked ? 0 : place, stacked ? place : 0, width, height);
            place += stacked ? height : width;
        }
    }
}
