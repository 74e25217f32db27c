package dev.ponder.gguf;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The key-value pairs of a file, in its order. Accessors answer empty for a key that is missing and throw a
 * {@link GgufException} for one that holds another kind of value. Immutable.
 */
public final class Metadata {
    private final Refusal refusal;
    private final Map<String, GgufValue> values;

    Metadata(Path file, Map<String, GgufValue> values) {
        this.refusal = new Refusal(file);
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** All pairs, unmodifiable. */
    public Map<String, GgufValue> values() {
        return values;
    }

    /** The value of a key, whatever its type. */
    public Optional<GgufValue> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** A text. */
    public Optional<String> text(String key) throws GgufException {
        return switch (values.get(key)) {
            case null -> Optional.empty();
            case GgufValue.Text(var text) -> Optional.of(text);
            case GgufValue other -> throw mismatch(key, other, "text");
        };
    }

    /** A whole number of any width that fits a long. */
    public OptionalLong whole(String key) throws GgufException {
        return switch (values.get(key)) {
            case null -> OptionalLong.empty();
            case GgufValue.Whole number -> OptionalLong.of(fitting(key, number));
            case GgufValue other -> throw mismatch(key, other, "a whole number");
        };
    }

    /** A number, whole or not. */
    public OptionalDouble number(String key) throws GgufException {
        return switch (values.get(key)) {
            case null -> OptionalDouble.empty();
            case GgufValue.Real(var number, var _) -> OptionalDouble.of(number);
            case GgufValue.Whole number -> OptionalDouble.of((double) fitting(key, number));
            case GgufValue other -> throw mismatch(key, other, "a number");
        };
    }

    /** A truth value. */
    public Optional<Boolean> flag(String key) throws GgufException {
        return switch (values.get(key)) {
            case null -> Optional.empty();
            case GgufValue.Flag(var flag) -> Optional.of(flag);
            case GgufValue other -> throw mismatch(key, other, "true or false");
        };
    }

    /** An array. */
    public Optional<GgufValue.Array> array(String key) throws GgufException {
        return switch (values.get(key)) {
            case null -> Optional.empty();
            case GgufValue.Array array -> Optional.of(array);
            case GgufValue other -> throw mismatch(key, other, "an array");
        };
    }

    /**
     * Whole numbers of a key that holds one or a short array of them, as per-layer figures do.
     *
     * @return one number for a single value, each element for an array, empty for a missing key
     */
    public List<Long> wholes(String key) throws GgufException {
        if (!(values.get(key) instanceof GgufValue.Array array)) {
            return whole(key).stream().boxed().toList();
        }
        if (!array.isKept()) {
            throw refusal.because("its key '" + VisibleText.brief(key) + "' lists " + array.count() + " numbers");
        }
        var numbers = new ArrayList<Long>();
        for (var item : array.items()) {
            if (!(item instanceof GgufValue.Whole number)) {
                throw mismatch(key, array, "whole numbers");
            }
            numbers.add(fitting(key, number));
        }
        return List.copyOf(numbers);
    }

    Refusal refusal() {
        return refusal;
    }

    private long fitting(String key, GgufValue.Whole number) throws GgufException {
        if (number.type() == GgufType.UINT64 && number.value() < 0) {
            throw refusal.because("its key '" + VisibleText.brief(key) + "' holds the absurd number " + number);
        }
        return number.value();
    }

    private GgufException mismatch(String key, GgufValue value, String wanted) {
        var found = value instanceof GgufValue.Array array
                ? "an array of " + array.elementType().label()
                : value.type().label();
        return refusal.because(
                "its key '" + VisibleText.brief(key) + "' holds " + found + " where " + wanted + " should be");
    }
}
