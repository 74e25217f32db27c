package dev.ponder.ui.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.settings.WindowPlace;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlacesTest {

    private static final Rectangle2D LAPTOP = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D SECOND = new Rectangle2D(1920, 0, 2560, 1440);
    private static final WindowPlace ON_SECOND = new WindowPlace(2000, 100, 1120, 760, false);

    @Test
    void findsAWindowOnTheSecondScreen() {
        assertTrue(WindowPlaces.isReachable(ON_SECOND, List.of(LAPTOP, SECOND)));
    }

    @Test
    void missesAWindowWhoseScreenIsGone() {
        assertFalse(WindowPlaces.isReachable(ON_SECOND, List.of(LAPTOP)));
    }

    @Test
    void missesAWindowWhoseTitleBarIsAboveTheScreen() {
        assertFalse(WindowPlaces.isReachable(new WindowPlace(100, -50, 1120, 760, false), List.of(LAPTOP)));
    }
}
