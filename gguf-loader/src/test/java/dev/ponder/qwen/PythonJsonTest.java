package dev.ponder.qwen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected values were printed by Python 3's {@code json.dumps(json.loads(text), ensure_ascii=False)}. */
class PythonJsonTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, 0",
        "-17, -17",
        "123456789012345678901234567890, 123456789012345678901234567890",
        "1.0, 1.0",
        "1.50, 1.5",
        "-0.0, -0.0",
        "0.1, 0.1",
        "1e5, 100000.0",
        "1E15, 1000000000000000.0",
        "1e16, 1e+16",
        "1.5e16, 1.5e+16",
        "12345678901234567.0, 1.2345678901234568e+16",
        "1e22, 1e+22",
        "2e23, 2e+23",
        "1e100, 1e+100",
        "0.0001, 0.0001",
        "0.00001, 1e-05",
        "0.000012, 1.2e-05",
        "5e-324, 5e-324",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "1e400, Infinity",
        "-1e400, -Infinity"
    })
    void writesNumbersAsPythonDoes(String literal, String python) {
        assertEquals(python, new JsonValue.JsonNumber(literal).toPythonJson());
    }

    @Test
    void escapesOnlyWhatPythonEscapes() {
        var text = new JsonValue.JsonString("\"\\/\b\f\n\r\t\u0000\u001f\u007f\u2028<ü😀&'");

        assertEquals("\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0000\\u001f\u007f\u2028<ü😀&'\"", text.toPythonJson());
    }

    @Test
    void keepsTheOrderOfKeysAndSpacesSeparators() {
        var map = new LinkedHashMap<String, Object>();
        map.put("z", Arrays.asList(1, 2.5, null));
        map.put("a", new LinkedHashMap<>());
        map.put("m", List.of());
        map.put("flag", true);

        assertEquals("""
                {"z": [1, 2.5, null], "a": {}, "m": [], "flag": true}""", JsonValue.of(map).toPythonJson());
    }

    @Test
    void refusesWhatJsonLacks() {
        assertThrows(IllegalArgumentException.class, () -> JsonValue.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> JsonValue.of(new Object()));
        assertThrows(IllegalArgumentException.class, () -> new JsonValue.JsonNumber("1}"));
    }
}
