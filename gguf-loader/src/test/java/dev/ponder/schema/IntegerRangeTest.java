package dev.ponder.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.ponder.qwen.JsonValue;
import dev.ponder.qwen.JsonValue.JsonObject;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class IntegerRangeTest {

    /** What is written between quotes, ranges and counts means the same in a regular expression. */
    private static Pattern pattern(IntegerRange range) {
        return Pattern.compile(range.expression().replaceAll("[\" ]", ""));
    }

    private static void assertExact(IntegerRange range, long first, long last) {
        var pattern = pattern(range);
        for (long number = first; number <= last; number++) {
            boolean within = number >= range.from() && number <= range.to();
            assertEquals(within, pattern.matcher(Long.toString(number)).matches(), range + " and " + number);
        }
    }

    @Test
    void allowsExactlyTheNumbersOfARange() {
        var random = new Random(6);
        for (int i = 0; i < 400; i++) {
            long from = random.nextLong(-1200, 1200);
            assertExact(new IntegerRange(from, from + random.nextLong(0, 1500)), -2800, 2800);
        }
    }

    @Test
    void allowsNoLeadingZeroAndNoMinusZero() {
        var all = pattern(new IntegerRange(-99, 1000));
        for (var wrong : new String[] {"-0", "00", "01", "-01", "+1", "1.0", ""}) {
            assertEquals(false, all.matcher(wrong).matches(), wrong);
        }
    }

    @Test
    void takesBoundsAsTheSchemaMeansThem() throws Exception {
        assertEquals(new IntegerRange(4, 8), range("exclusiveMinimum", 3, "maximum", 8.5));
        assertEquals(new IntegerRange(-2, 8), range("minimum", -2.5, "exclusiveMaximum", 9));
    }

    @Test
    void refusesARangeOfNothing() {
        assertThrows(SchemaException.class, () -> range("minimum", 3, "exclusiveMaximum", 3));
    }

    private static IntegerRange range(String one, Number least, String other, Number most) throws SchemaException {
        var schema = (JsonObject) JsonValue.of(Map.of(one, least, other, most));
        return IntegerRange.of(new Keywords(schema, "#"));
    }
}
