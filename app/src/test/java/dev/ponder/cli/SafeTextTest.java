package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

class SafeTextTest {

    @Test
    void showsControlCharactersInsteadOfObeyingThem() {
        assertEquals("␛[31mred␛[0m␇", SafeText.plain("\u001b[31mred\u001b[0m\u0007"));
        assertEquals("a␍b␡<U+009B>2J", SafeText.plain("a\rb\u007f\u009b2J"));
    }

    @Test
    void showsBidirectionalOverrides() {
        assertEquals("<U+202E>gpj.exe<U+2066><U+2069>", SafeText.plain("\u202egpj.exe\u2066\u2069"));
    }

    @Test
    void leavesOrdinaryTextAlone() {
        var text = "Grüße, 你好 👩‍👩‍👧\n\tשלום";
        assertEquals(text, SafeText.plain(text));
    }

    @Test
    void keepsALineOnOneLine() {
        assertEquals("a b c d", SafeText.line("a\nb\r\nc\td"));
    }

    @Test
    void escapesInJsonWithoutChangingTheValue() throws JsonProcessingException {
        var value = Json.object().put("text", "\u001b[2J \u0080\u009b\u007f \u202e \u2028 \ud800 你");
        var line = Json.line(value);
        assertEquals("{\"text\":\"\\u001B[2J \\u0080\\u009b\\u007f \\u202e \\u2028 \\ud800 你\"}", line);
        assertEquals(value, Json.MAPPER.readTree(line));
    }
}
