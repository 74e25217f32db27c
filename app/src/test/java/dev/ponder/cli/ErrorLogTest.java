package dev.ponder.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_ERR)
class ErrorLogTest {

    private final PrintStream standard = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final Logger log = System.getLogger("dev.ponder.some.Class");

    @BeforeEach
    void catchStandardError() {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveStandardErrorBack() {
        System.setErr(standard);
        System.clearProperty(ErrorLog.PROPERTY);
    }

    @Test
    void writesWarningsWithTheirCause() {
        log.log(Level.WARNING, "the engine is late", new IllegalStateException("late"));
        assertTrue(text().startsWith("WARNING dev.ponder.some.Class: the engine is late\n"), text());
        assertTrue(text().contains("IllegalStateException: late\n  at dev.ponder.cli.ErrorLogTest"), text());
    }

    @Test
    void fillsPlacesInAMessage() {
        log.log(Level.ERROR, "{0} of {1}", 2, "three");
        assertEquals("ERROR dev.ponder.some.Class: 2 of three\n", text());
    }

    @Test
    void keepsQuietOnTheCommandLine() {
        System.setProperty(ErrorLog.PROPERTY, "off");
        log.log(Level.ERROR, "nothing for the user");
        assertEquals("", text());
    }

    @Test
    void leavesOutWhatIsNoTrouble() {
        log.log(Level.INFO, "all is well");
        assertEquals("", text());
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
