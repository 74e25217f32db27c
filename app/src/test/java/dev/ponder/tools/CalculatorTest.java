package dev.ponder.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.qwen.JsonValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalculatorTest {
    private final Calculator calculator = new Calculator();

    @Test
    void valuesAreExact() throws Exception {
        for (var line : """
                0.1 + 0.2                = 0.3
                1 / 3 * 3                = 1
                12345678901234567890 + 1 = 12345678901234567891
                1.10 * 3                 = 3.3
                7 / 8                    = 0.875
                100 / 4                  = 25
                -7 / 2                   = -3.5
                2 ^ 10                   = 1024
                2 ^ -2                   = 0.25
                2 ^ 3 ^ 2                = 512
                -2 ^ 2                   = -4
                (-2) ^ 2                 = 4
                2 ** 0                   = 1
                0 ^ 0                    = 1
                1 ^ 99999999999          = 1
                (1 + 2) * (3 - 4)        = -3
                2 - 3 - 4                = -5
                24 / 4 / 2               = 3
                15% * 80                 = 12
                200 + 10%                = 200.1
                50%%                     = 0.005
                17 % 5                   = 2
                -7 % 3                   = 2
                5.5 % (1 + 1)            = 1.5
                3 × 4 ÷ 6                = 2
                8 − 9                    = -1
                1,234,567 + 1            = 1234568
                1.5e3 + .5               = 1500.5
                +-+5                     = -5
                2+3=                     = 5
                """.lines().toList()) {
            int equals = line.lastIndexOf(" = ");
            assertEquals(
                    line.substring(equals + 3),
                    calculator.evaluate(line.substring(0, equals).strip()),
                    line);
        }
    }

    @Test
    void aQuotientWithoutAnEndIsRoundedAndSaysSo() throws Exception {
        assertEquals("0.33333333333333333333 (rounded to 20 digits)", calculator.evaluate("1/3"));
        assertEquals("666.66666666666666667 (rounded to 20 digits)", calculator.evaluate("2000/3"));
        assertEquals("-0.66666666666666666667 (rounded to 20 digits)", calculator.evaluate("-2/3"));
        assertTrue(calculator.evaluate("1/3/10^300").startsWith("3.3333333333333333333E-301"));
    }

    @Test
    void whatHasNoValueIsRefusedInASentence() {
        refuses("1 / 0", "Division by zero");
        refuses("5 % 0", "Division by zero");
        refuses("0 ^ -1", "Division by zero");
        refuses("2 ^ 0.5", "whole number");
        refuses("2 +", "ends where a number should be");
        refuses("", "ends where a number should be");
        refuses("(1 + 2", "parenthesis is missing");
        refuses("1 + 2)", "\")\" at character 6");
        refuses("sqrt(16)", "\"sqrt\" at character 1");
        refuses("2 (3)", "\"(\" at character 3");
        refuses("1 000", "\"0\" at character 3");
        refuses("12,34", "\",\" at character 3");
        refuses("🙂", "🙂");
    }

    @Test
    void whatBecomesTooLargeIsRefusedBeforeItIsComputed() {
        for (var huge : new String[] {
            "9^9^9",
            "9^9^9^9",
            "10^-9^9",
            "1.0000001^99999999",
            "(1/3)^99999",
            "10^999 * 10^999",
            "1e999 * 1e999",
            "2^(10^30)",
        }) {
            refuses(huge, "too large");
        }
        refuses("(".repeat(300) + "1" + ")".repeat(300), "nested too deeply");
        refuses("-".repeat(900) + "1", "nested too deeply");
        refuses("1+".repeat(600) + "1", "too long");
    }

    @Test
    void agreesWithJavasDecimalsOnRandomExpressions() throws Exception {
        var random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            var a = new BigDecimal(random.nextInt(100_000) - 50_000).movePointLeft(random.nextInt(4));
            var b = new BigDecimal(random.nextInt(100_000) + 1).movePointLeft(random.nextInt(4));
            same(a.add(b), "(" + a + ") + " + b);
            same(a.subtract(b), a + " - " + b);
            same(a.multiply(b), a + "*" + b);
            int power = random.nextInt(9);
            same(a.pow(power), "(" + a + ")^" + power);
            var quotient = calculator.evaluate("(" + a + ")/" + b).replace(" (rounded to 20 digits)", "");
            var expected = a.divide(b, new MathContext(20));
            assertEquals(0, expected.compareTo(new BigDecimal(quotient).round(new MathContext(20))), a + " / " + b);
        }
    }

    @Test
    void theArgumentIsCheckedLikeEverythingThatAModelWrites() throws Exception {
        assertEquals("3", calculator.call(arguments("expression", new JsonValue.JsonString("1+2"))));
        assertEquals("12.5", calculator.call(arguments("expression", new JsonValue.JsonNumber("12.50"))));
        assertThrows(ToolException.class, () -> calculator.call(arguments("expr", new JsonValue.JsonString("1"))));
        assertThrows(ToolException.class, () -> calculator.call(arguments("expression", new JsonValue.JsonNull())));
    }

    private static JsonValue.JsonObject arguments(String name, JsonValue value) {
        return new JsonValue.JsonObject(Map.of(name, value));
    }

    private void same(BigDecimal expected, String expression) throws ToolException {
        assertEquals(0, expected.compareTo(new BigDecimal(calculator.evaluate(expression))), expression);
    }

    private void refuses(String expression, String saying) {
        var refusal = assertThrows(ToolException.class, () -> calculator.evaluate(expression), expression);
        assertTrue(refusal.sentence().contains(saying), refusal.sentence());
        assertTrue(refusal.sentence().endsWith("."), refusal.sentence());
    }
}
