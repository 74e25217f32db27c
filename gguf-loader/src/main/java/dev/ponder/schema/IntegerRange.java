package dev.ponder.schema;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole numbers between two bounds, both included, as a grammar writes them digit by digit.
 *
 * @param from the least
 * @param to the greatest
 */
record IntegerRange(long from, long to) {

    /** Numbers of more digits are not exact in every program that reads JSON. */
    private static final long FAR = 999_999_999_999_999L;

    /** The range that the keywords of a schema give. */
    static IntegerRange of(Keywords keywords) throws SchemaException {
        long from = -FAR;
        long to = FAR;
        for (var name : List.of("minimum", "exclusiveMinimum")) {
            var bound = keywords.number(name);
            if (bound.isPresent()) {
                from = Math.max(from, above(bound.get(), name.startsWith("ex")));
            }
        }
        for (var name : List.of("maximum", "exclusiveMaximum")) {
            var bound = keywords.number(name);
            if (bound.isPresent()) {
                to = Math.min(to, -above(bound.get().negate(), name.startsWith("ex")));
            }
        }
        if (from > to) {
            throw keywords.refused("no whole number of up to 15 digits lies between its bounds");
        }
        return new IntegerRange(from, to);
    }

    /** The least whole number from a bound on. */
    private static long above(BigDecimal bound, boolean exclusive) {
        var whole = bound.setScale(0, RoundingMode.CEILING);
        if (exclusive && whole.compareTo(bound) == 0) {
            whole = whole.add(BigDecimal.ONE);
        }
        var far = BigDecimal.valueOf(FAR + 1);
        return whole.min(far).max(far.negate()).longValueExact();
    }

    /** The alternatives of a rule. */
    String expression() {
        var ways = new ArrayList<String>();
        if (from < 0) {
            var sizes = new ArrayList<String>();
            addSizes(Math.max(1, -to), -from, sizes);
            ways.add("\"-\" (" + String.join(" | ", sizes) + ")");
        }
        if (to >= 0) {
            addSizes(Math.max(0, from), to, ways);
        }
        return String.join(" | ", ways);
    }

    /** Numbers from one size to another: first those of as many digits, then those of one more. */
    private static void addSizes(long least, long most, List<String> ways) {
        long first = least;
        for (int digits = String.valueOf(least).length();
                digits <= String.valueOf(most).length();
                digits++) {
            long last = Math.min(most, power(digits) - 1);
            ways.add(sameLength(String.valueOf(first), String.valueOf(last)));
            first = last + 1;
        }
    }

    private static long power(int digits) {
        long power = 1;
        for (int i = 0; i < digits; i++) {
            power *= 10;
        }
        return power;
    }

    private static String sameLength(String least, String most) {
        if (least.isEmpty()) {
            return "\"\"";
        }
        int rest = least.length() - 1;
        boolean all = isAll(least.substring(1), '0') && isAll(most.substring(1), '9');
        if (all || least.charAt(0) == most.charAt(0)) {
            var head = digit(least.charAt(0), most.charAt(0));
            return rest == 0
                    ? head
                    : head + " " + (all ? any(rest) : "(" + sameLength(least.substring(1), most.substring(1)) + ")");
        }
        var ways = new ArrayList<String>();
        char low = least.charAt(0);
        char high = most.charAt(0);
        if (!isAll(least.substring(1), '0')) {
            ways.add(digit(low, low) + " (" + sameLength(least.substring(1), "9".repeat(rest)) + ")");
            low++;
        }
        boolean wholeTop = isAll(most.substring(1), '9');
        char top = wholeTop ? high : (char) (high - 1);
        if (low <= top) {
            ways.add(digit(low, top) + (rest == 0 ? "" : " " + any(rest)));
        }
        if (!wholeTop) {
            ways.add(digit(high, high) + " (" + sameLength("0".repeat(rest), most.substring(1)) + ")");
        }
        return String.join(" | ", ways);
    }

    private static boolean isAll(String digits, char digit) {
        return digits.chars().allMatch(each -> each == digit);
    }

    private static String digit(char low, char high) {
        return low == high ? "\"" + low + "\"" : "[" + low + "-" + high + "]";
    }

    private static String any(int count) {
        return "[0-9]{" + count + "}";
    }
}
