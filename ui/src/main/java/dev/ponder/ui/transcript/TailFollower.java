package dev.ponder.ui.transcript;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the end of the document in view while text is added, but only while the user stays there: whoever scrolls up is
 * left alone, whoever comes back is followed again.
 */
final class TailFollower {

    /** Nearer to the end than this counts as being there, in pixels. */
    private static final double NEAR = 16;

    /** As far from the end as rounding puts it, in pixels. */
    private static final double NOTHING = 0.5;

    /** The control lays out as many paragraphs below the screen (VFlow.layoutCells in JavaFX 26). */
    private static final int LAID_OUT = 100;

    /** Growth up to this part of the window is followed one frame later. */
    private static final double GROWTH = 0.25;

    private final TranscriptArea area;
    private final ReadOnlyBooleanWrapper following = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();
    private @Nullable ScrollBar scrollBar;
    private boolean userMoved;
    private boolean leftAlone;
    private boolean atEnd;
    private Runnable beforeUser = () -> {};
    private Consumer<Runnable> lightly = Runnable::run;

    TailFollower(TranscriptArea area) {
        this.area = area;
        area.addEventFilter(ScrollEvent.SCROLL, this::onScroll);
        area.addEventFilter(KeyEvent.KEY_PRESSED, _ -> onUser());
        area.addEventFilter(MouseEvent.MOUSE_DRAGGED, _ -> onUser());
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> onUser());
        area.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> userMoved = true);
        area.layoutBoundsProperty().subscribe(_ -> atEnd = false);
        following.subscribe(_ -> {
            atEnd = false;
            updateAway();
        });
    }

    /** Something to be done before the control hears of what the user does about the place. */
    void beforeUser(Runnable work) {
        beforeUser = work;
    }

    /** What a long way is gone with: the control lays out what it comes by three times. */
    void lightly(Consumer<Runnable> going) {
        lightly = going;
    }

    private void onUser() {
        beforeUser.run();
        userMoved = true;
    }

    /** Whether the end stays in view. */
    ReadOnlyBooleanProperty followingProperty() {
        return following.getReadOnlyProperty();
    }

    /** Whether the end is out of view and stays so: what is found in a short conversation leaves all of it on the screen. */
    ReadOnlyBooleanProperty awayProperty() {
        return away.getReadOnlyProperty();
    }

    private void updateAway() {
        away.set(!following.get() && distance() > NEAR);
    }

    /** Scrolls by an event that is no user's. */
    void leaveAlone(Runnable scrolling) {
        leftAlone = true;
        try {
            scrolling.run();
        } finally {
            leftAlone = false;
        }
    }

    /** Goes to a part of the document, from 0 to 1, wherever the control thinks that it is. */
    void jump(double part) {
        var bar = scrollBar();
        if (bar != null) {
            bar.setValue(bar.getMin());
            bar.setValue(bar.getMin() + part * (bar.getMax() - bar.getMin()));
            area.layout();
        }
    }

    /** Stays where it is while the end grows. */
    void stay() {
        following.set(false);
    }

    /** The end is what will be shown, once something is. */
    void expectEnd() {
        following.set(true);
        atEnd = false;
    }

    /** Goes to the end and stays there. */
    void follow() {
        following.set(true);
        toEnd();
    }

    /** Stays where it is. */
    void leave() {
        following.set(false);
        userMoved = false;
    }

    private void onScroll(ScrollEvent event) {
        if (leftAlone) {
            return;
        }
        if (event.getDeltaY() > 0 && distance() + event.getDeltaY() > 0) {
            following.set(false);
        }
        onUser();
    }

    /** To be called after each layout. */
    void onLayout() {
        if (userMoved) {
            userMoved = false;
            following.set(distance() <= NEAR);
        } else if (following.get() && atEnd && distance() < GROWTH * area.getHeight()) {
            // text that has just come: it moves up with the next layout, which its own successors need anyway
            leaveAlone(() -> area.scrollLater(distance()));
        } else if (following.get()) {
            toEnd();
        }
        updateAway();
    }

    private void toEnd() {
        atEnd = true;
        var bar = scrollBar();
        double distance = distance();
        if (bar == null || distance <= NOTHING) {
            return;
        }
        if (distance < area.getHeight() || area.getParagraphCount() <= LAID_OUT) {
            // the bar would have everything around laid out three times
            leaveAlone(() -> area.scroll(distance));
        } else {
            lightly.accept(() -> bar.setValue(bar.getMax()));
            area.layout();
            if (distance() > NOTHING) {
                leaveAlone(() -> area.scroll(distance()));
            }
        }
    }

    /** How many pixels are below the window; about, since the control estimates what it has not laid out. */
    private double distance() {
        var bar = scrollBar();
        if (bar == null || !bar.isVisible() || bar.getVisibleAmount() <= 0) {
            return 0;
        }
        double visible = bar.getVisibleAmount();
        return (bar.getMax() - bar.getValue()) * area.getHeight() * (1 / visible - 1);
    }

    private @Nullable ScrollBar scrollBar() {
        if (scrollBar == null) {
            for (var node : area.lookupAll(".scroll-bar")) {
                if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
                    scrollBar = bar;
                }
            }
        }
        return scrollBar;
    }
}
