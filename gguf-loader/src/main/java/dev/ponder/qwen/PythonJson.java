package dev.ponder.qwen;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Iterator;

/** Writes JSON as Python's {@code json.dumps(value, ensure_ascii=False)} does: separators, escapes and floats alike. */
final class PythonJson {

    private PythonJson() {}

    static String render(JsonValue value) {
        var out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(JsonValue value, StringBuilder out) {
        switch (value) {
            case JsonValue.JsonObject object -> writeObject(object, out);
            case JsonValue.JsonArray array -> writeArray(array, out);
            case JsonValue.JsonString(var text) -> writeString(text, out);
            case JsonValue.JsonNumber(var literal) -> out.append(number(literal));
            case JsonValue.JsonBoolean(var flag) -> out.append(flag);
            case JsonValue.JsonNull _ -> out.append("null");
        }
    }

    private static void writeObject(JsonValue.JsonObject object, StringBuilder out) {
        out.append('{');
        for (var entries = object.members().entrySet().iterator(); entries.hasNext(); ) {
            var entry = entries.next();
            writeString(entry.getKey(), out);
            out.append(": ");
            write(entry.getValue(), out);
            separate(entries, out);
        }
        out.append('}');
    }

    private static void writeArray(JsonValue.JsonArray array, StringBuilder out) {
        out.append('[');
        for (var items = array.items().iterator(); items.hasNext(); ) {
            write(items.next(), out);
            separate(items, out);
        }
        out.append(']');
    }

    private static void separate(Iterator<?> rest, StringBuilder out) {
        if (rest.hasNext()) {
            out.append(", ");
        }
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\b' -> out.append("\\b");
                default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        out.append('"');
    }

    private static String number(String literal) {
        boolean isFloat = literal.chars().anyMatch(c -> c == '.' || c == 'e' || c == 'E');
        if (isFloat) {
            return floatRepr(Double.parseDouble(literal));
        }
        return literal.equals("-0") ? "0" : literal;
    }

    /** Python's {@code repr(float)}: the shortest digits that read back as the same double, fixed from 1e-4 to 1e16. */
    static String floatRepr(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "Infinity" : "-Infinity";
        }
        String sign = Double.doubleToRawLongBits(value) < 0 ? "-" : "";
        if (value == 0) {
            return sign + "0.0";
        }
        var shortest = shortest(Math.abs(value));
        String digits = shortest.unscaledValue().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        return sign + (exponent >= -4 && exponent < 16 ? fixed(shortest) : scientific(digits, exponent));
    }

    private static BigDecimal shortest(double value) {
        var shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        // Java never goes below two digits, so that the smallest double is 4.9E-324 there and 5e-324 in Python
        var oneDigit = new BigDecimal(value).round(new MathContext(1));
        return oneDigit.doubleValue() == value ? oneDigit.stripTrailingZeros() : shortest;
    }

    private static String fixed(BigDecimal value) {
        String plain = value.toPlainString();
        return plain.contains(".") ? plain : plain + ".0";
    }

    private static String scientific(String digits, int exponent) {
        String mantissa = digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
        return String.format("%se%s%02d", mantissa, exponent < 0 ? "-" : "+", Math.abs(exponent));
    }
}
