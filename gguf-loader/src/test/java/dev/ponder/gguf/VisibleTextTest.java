package dev.ponder.gguf;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisibleTextTest {
    @Test
    void leavesOrdinaryTextAsItIs() {
        assertEquals("Größe 大小 עברית 👩‍💻 naïve", VisibleText.of("Größe 大小 עברית 👩‍💻 naïve"));
    }

    @Test
    void showsTerminalControlsByTheirNumber() {
        assertEquals("\\u001b[31mred\\u009b0m\\u0007\\u007f", VisibleText.of("\u001b[31mred\u009b0m\u0007\u007f"));
    }

    @Test
    void showsCharactersThatReorderOrHideText() {
        assertEquals(
                "\\u202egpj.exe\\u2066 \\ufeff\\u{e0041}", VisibleText.of("\u202egpj.exe\u2066 \ufeff\udb40\udc41"));
    }

    @Test
    void keepsLinesWhereAskedTo() {
        assertEquals("a\\u000ab\\u0009c", VisibleText.of("a\nb\tc"));
        assertEquals("a\nb\tc\\u000d", VisibleText.ofLines("a\nb\tc\r"));
    }

    @Test
    void cutsAMessageBetweenCharacters() {
        assertEquals("😀".repeat(60) + "…", VisibleText.brief("😀".repeat(61)));
        assertEquals("😀".repeat(60), VisibleText.brief("😀".repeat(60)));
    }
}
