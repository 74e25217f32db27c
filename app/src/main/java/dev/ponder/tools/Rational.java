package dev.ponder.tools;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact number: nothing is rounded before the end, so that 1 / 3 * 3 is 1. Numbers beyond a size are refused before they
 * are computed.
 *
 * @param numerator carries the sign
 * @param denominator greater than zero, without a common factor
 */
record Rational(BigInteger numerator, BigInteger denominator) {

    /** Most digits of a number, on either side of the fraction line. */
    static final int MOST_DIGITS = 1_000;

    /** Digits of a result that has no finite decimal expansion. */
    static final int ROUNDED_DIGITS = 20;

    /** A decimal expansion up to here is written whole. */
    private static final int MOST_DECIMALS = 60;

    private static final double BITS_PER_DIGIT = 3.33;

    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger FIVE = BigInteger.valueOf(5);

    static Rational of(BigDecimal decimal) throws ToolException {
        var scale = decimal.scale();
        return scale <= 0
                ? of(decimal.toBigIntegerExact(), BigInteger.ONE)
                : of(decimal.unscaledValue(), BigInteger.TEN.pow(scale));
    }

    private static Rational of(BigInteger numerator, BigInteger denominator) throws ToolException {
        var divisor = numerator.gcd(denominator);
        if (denominator.signum() < 0) {
            divisor = divisor.negate();
        }
        var reduced = new Rational(numerator.divide(divisor), denominator.divide(divisor));
        requireBits(Math.max(reduced.numerator.bitLength(), reduced.denominator.bitLength()));
        return reduced;
    }

    Rational plus(Rational other) throws ToolException {
        return of(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    Rational minus(Rational other) throws ToolException {
        return plus(other.negated());
    }

    Rational times(Rational other) throws ToolException {
        return of(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    Rational dividedBy(Rational other) throws ToolException {
        if (other.isZero()) {
            throw new ToolException("Division by zero has no result.");
        }
        return of(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** What is left after dividing down to a whole number, with the sign of the divisor. */
    Rational modulo(Rational other) throws ToolException {
        var quotient = dividedBy(other);
        var whole = quotient.numerator.divideAndRemainder(quotient.denominator);
        var floor = whole[1].signum() < 0 ? whole[0].subtract(BigInteger.ONE) : whole[0];
        return minus(other.times(new Rational(floor, BigInteger.ONE)));
    }

    Rational power(Rational exponent) throws ToolException {
        if (!exponent.denominator.equals(BigInteger.ONE)) {
            throw new ToolException("An exponent must be a whole number.");
        }
        if (exponent.numerator.signum() < 0) {
            return new Rational(BigInteger.ONE, BigInteger.ONE).dividedBy(this).power(exponent.negated());
        }
        if (numerator.abs().bitLength() <= 1 && denominator.equals(BigInteger.ONE)) {
            // 0, 1 and -1 stay small whatever the exponent
            boolean negative = numerator.signum() < 0 && exponent.numerator.testBit(0);
            boolean one = exponent.isZero() || numerator.signum() != 0;
            return new Rational(one ? BigInteger.valueOf(negative ? -1 : 1) : BigInteger.ZERO, BigInteger.ONE);
        }
        double bits = Math.max(numerator.bitLength(), denominator.bitLength()) - 1.0;
        requireBits(Math.max(bits, 0.5) * exponent.numerator.doubleValue());
        int times = exponent.numerator.intValueExact();
        return of(numerator.pow(times), denominator.pow(times));
    }

    Rational negated() {
        return new Rational(numerator.negate(), denominator);
    }

    private boolean isZero() {
        return numerator.signum() == 0;
    }

    private static void requireBits(double bits) throws ToolException {
        if (bits > MOST_DIGITS * BITS_PER_DIGIT) {
            throw new ToolException(
                    "The numbers become too large: this calculator goes up to " + MOST_DIGITS + " digits.");
        }
    }

    /** As a decimal number: exact where it has a finite expansion, else rounded, which is said. */
    String text() {
        var tens = denominator;
        int twos = tens.getLowestSetBit();
        tens = tens.shiftRight(twos);
        int fives = 0;
        while (tens.mod(FIVE).signum() == 0) {
            tens = tens.divide(FIVE);
            fives++;
        }
        int decimals = Math.max(twos, fives);
        if (tens.equals(BigInteger.ONE) && decimals <= MOST_DECIMALS) {
            var scaled = numerator.multiply(TWO.pow(decimals - twos)).multiply(FIVE.pow(decimals - fives));
            return new BigDecimal(scaled, decimals).toPlainString();
        }
        var rounded = new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), new MathContext(ROUNDED_DIGITS, RoundingMode.HALF_UP));
        var plain = rounded.abs().compareTo(BigDecimal.ONE.movePointLeft(ROUNDED_DIGITS)) < 0
                ? rounded.toString()
                : rounded.toPlainString();
        return plain + " (rounded to " + ROUNDED_DIGITS + " digits)";
    }
}
