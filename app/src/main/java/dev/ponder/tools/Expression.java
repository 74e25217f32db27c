package dev.ponder.tools;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * Reads and evaluates one expression, by recursive descent:
 *
 * <pre>
 * sum     = product (("+" | "-") product)*
 * product = sign (("*" | "/" | "%") sign)*
 * sign    = ("+" | "-") sign | power
 * power   = percent ("^" sign)?
 * percent = atom "%"*
 * atom    = number | "(" sum ")"
 * </pre>
 *
 * <p>Powers bind tighter than the sign before them and group from the right. A percent sign before an operand is a
 * remainder, anywhere else it divides by a hundred.
 */
final class Expression {

    private static final int DEEPEST = 100;

    /** Digits, perhaps in groups of three, perhaps with decimals and an exponent of at most three digits. */
    private static final Pattern NUMBER =
            Pattern.compile("(?:\\d{1,3}(?:,\\d{3})+(?![\\d,])|\\d+)?(?:\\.\\d+)?(?:[eE][+-]?\\d{1,3}(?!\\d))?");

    private static final Rational HUNDREDTH = new Rational(BigInteger.ONE, BigInteger.valueOf(100));

    private final String text;
    private int at;
    private int depth;

    Expression(String written) {
        text = written.replace("**", "^")
                .replaceAll("[×·∙⋅✕✖]", "*")
                .replace('÷', '/')
                .replaceAll("[−–]", "-")
                .replaceAll("\\s*=\\s*\\??\\s*$", "");
    }

    Rational value() throws ToolException {
        var value = sum();
        if (at < text.length()) {
            throw unexpected();
        }
        return value;
    }

    private Rational sum() throws ToolException {
        var value = product();
        while (true) {
            if (take('+')) {
                value = value.plus(product());
            } else if (take('-')) {
                value = value.minus(product());
            } else {
                return value;
            }
        }
    }

    private Rational product() throws ToolException {
        var value = sign();
        while (true) {
            if (take('*')) {
                value = value.times(sign());
            } else if (take('/')) {
                value = value.dividedBy(sign());
            } else if (take('%')) {
                // percent() has taken every percent sign that is none before an operand
                value = value.modulo(sign());
            } else {
                return value;
            }
        }
    }

    private Rational sign() throws ToolException {
        if (++depth > DEEPEST) {
            throw new ToolException("The expression is nested too deeply.");
        }
        try {
            if (take('-')) {
                return sign().negated();
            }
            return take('+') ? sign() : power();
        } finally {
            depth--;
        }
    }

    private Rational power() throws ToolException {
        var base = percent();
        return take('^') ? base.power(sign()) : base;
    }

    private Rational percent() throws ToolException {
        var value = atom();
        while (peek() == '%' && !operandFollows()) {
            at++;
            value = value.times(HUNDREDTH);
        }
        return value;
    }

    private boolean operandFollows() {
        int next = at + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        return next < text.length() && (Character.isDigit(text.charAt(next)) || "(.".indexOf(text.charAt(next)) >= 0);
    }

    private Rational atom() throws ToolException {
        if (take('(')) {
            var value = sum();
            if (!take(')')) {
                throw at < text.length() ? unexpected() : new ToolException("A closing parenthesis is missing.");
            }
            return value;
        }
        peek();
        var number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt() || number.end() == at) {
            throw at < text.length()
                    ? unexpected()
                    : new ToolException("The expression ends where a number should be.");
        }
        at = number.end();
        return number(number.group());
    }

    private static Rational number(String digits) throws ToolException {
        try {
            return Rational.of(new BigDecimal(digits.replace(",", "")));
        } catch (NumberFormatException _) {
            throw new ToolException("\"" + digits + "\" is not a number.");
        }
    }

    private boolean take(char wanted) {
        if (peek() == wanted) {
            at++;
            return true;
        }
        return false;
    }

    /** The next character that is no blank; 0 at the end. */
    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? text.charAt(at) : 0;
    }

    private ToolException unexpected() {
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        var what = text.substring(at, Math.max(end, text.offsetByCodePoints(at, 1)));
        return new ToolException("The calculator does not understand \"" + what + "\" at character " + (at + 1)
                + "; it knows numbers, + - * / ^ % and parentheses.");
    }
}
