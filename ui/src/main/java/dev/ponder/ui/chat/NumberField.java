package dev.ponder.ui.chat;

import java.util.Locale;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A number that is typed within limits. */
public final class NumberField {

    private Limits limits;
    private final double blank;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper valid = new ReadOnlyBooleanWrapper(true);

    /**
     * What can be typed.
     *
     * @param least the smallest number
     * @param most the largest number
     * @param whole whether it has no fraction
     */
    public record Limits(double least, double most, boolean whole) {}

    /** Makes a field in which a number has to be typed. */
    public NumberField(Limits limits) {
        this(limits, Double.NaN);
    }

    /**
     * Makes a field that can be left empty.
     *
     * @param blank the number that an empty field stands for; NaN where it may not be empty
     */
    public NumberField(Limits limits, double blank) {
        this.limits = limits;
        this.blank = blank;
        text.subscribe(_ -> valid.set(isValid()));
        set(Double.isNaN(blank) ? limits.least() : blank);
    }

    /** What is typed. */
    public StringProperty textProperty() {
        return text;
    }

    /** Whether it is a number within the limits. */
    public ReadOnlyBooleanProperty validProperty() {
        return valid.getReadOnlyProperty();
    }

    /** What can be typed. */
    public Limits limits() {
        return limits;
    }

    /** Changes what can be typed; what is typed stays, valid or not. */
    void setLimits(Limits changed) {
        limits = changed;
        valid.set(isValid());
    }

    /** Shows a number. */
    public void set(double number) {
        if (number == blank) {
            text.set("");
            return;
        }
        boolean whole = limits.whole() || number == Math.rint(number);
        text.set(whole ? String.format(Locale.ROOT, "%.0f", number) : Double.toString(number));
    }

    /**
     * The number.
     *
     * @throws NumberFormatException where none is typed
     */
    public double get() {
        if (text.get().isBlank() && !Double.isNaN(blank)) {
            return blank;
        }
        // a decimal comma is as good as a point
        return Double.parseDouble(text.get().strip().replace(',', '.'));
    }

    private boolean isValid() {
        try {
            double number = get();
            return number >= limits.least()
                    && number <= limits.most()
                    && !(limits.whole() && number != Math.rint(number));
        } catch (NumberFormatException _) {
            return false;
        }
    }
}
