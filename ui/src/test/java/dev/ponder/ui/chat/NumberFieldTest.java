package dev.ponder.ui.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.ui.chat.NumberField.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFieldTest {

    private final NumberField share = new NumberField(new Limits(0, 1, false));
    private final NumberField threads = new NumberField(new Limits(0, 8, true), 0);

    @Test
    void takesADecimalComma() {
        share.textProperty().set(" 0,95 ");
        assertTrue(share.validProperty().get());
        assertEquals(0.95, share.get());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.01", "-0.1", "NaN", "Infinity", "many"})
    void refusesWhatIsNoNumberWithinTheLimits(String typed) {
        share.textProperty().set(typed);
        assertFalse(share.validProperty().get());
    }

    @Test
    void refusesAFractionWhereAWholeNumberIsAskedFor() {
        threads.textProperty().set("2.5");
        assertFalse(threads.validProperty().get());
    }

    @Test
    void isEmptyForTheRecommendedNumber() {
        threads.set(4);
        threads.set(0);
        assertEquals("", threads.textProperty().get());
        assertTrue(threads.validProperty().get());
        assertEquals(0, threads.get());
    }
}
