package dev.ponder.ui.shell;

import dev.ponder.settings.WindowPlace;
import java.util.List;
import javafx.geometry.Dimension2D;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** Where the window was, and that it is seen again when screens have changed since. */
public final class WindowPlaces {

    /** The smallest window, in the toolkit's units. */
    static final double LEAST_WIDTH = 640;

    static final double LEAST_HEIGHT = 480;
    private static final double WIDTH = 1120;
    private static final double HEIGHT = 760;
    /** So much of the title bar has to be on a screen, or nobody could move the window. */
    private static final double HANDLE = 64;

    private WindowPlaces() {}

    /** The size that a window will have about, so that its content is not laid out for another one first. */
    static Dimension2D size(@Nullable WindowPlace place) {
        return place == null ? new Dimension2D(WIDTH, HEIGHT) : new Dimension2D(place.width(), place.height());
    }

    /** Puts a window where it was, or in the middle of the screen. */
    public static void restore(Stage stage, @Nullable WindowPlace place) {
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        var screens = Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        if (place == null || !isReachable(place, screens)) {
            var screen = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(WIDTH, screen.getWidth()));
            stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
            stage.centerOnScreen();
            return;
        }
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(Math.max(LEAST_WIDTH, place.width()));
        stage.setHeight(Math.max(LEAST_HEIGHT, place.height()));
        stage.setMaximized(place.maximised());
    }

    /**
     * Where a window is.
     *
     * @param before what was remembered: the size without being maximised comes from there while it is
     */
    public static WindowPlace of(Stage stage, @Nullable WindowPlace before) {
        if (stage.isMaximized() && before != null) {
            return new WindowPlace(before.x(), before.y(), before.width(), before.height(), true);
        }
        return new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized());
    }

    /** Whether somebody could take hold of the window's upper edge on one of these screens. */
    static boolean isReachable(WindowPlace place, List<Rectangle2D> screens) {
        return screens.stream()
                .anyMatch(screen -> place.y() >= screen.getMinY()
                        && place.y() + HANDLE <= screen.getMaxY()
                        && place.x() + place.width() >= screen.getMinX() + HANDLE
                        && place.x() + HANDLE <= screen.getMaxX());
    }
}
