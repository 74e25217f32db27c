package dev.ponder.ui.common;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.Screen;

/** A small surface that opens below a node and closes by Esc or a click elsewhere. */
public final class Dropdown {

    private static final double GAP = 4;
    /** Room around the surface for its shadow, as the stylesheet has it. */
    private static final double SHADOW = 16;

    private final Popup popup = new Popup();
    private final StackPane frame = new StackPane();

    /** Makes one around a content. */
    public Dropdown(Region content) {
        var surface = new StackPane(content);
        surface.getStyleClass().add(Styles.DROPDOWN);
        frame.getChildren().add(surface);
        frame.setStyle("-fx-padding: " + SHADOW + "px; -fx-background-color: transparent;");
        frame.setPickOnBounds(false);
        popup.getContent().add(frame);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.setAutoFix(false);
    }

    /** Whether it is open. */
    public boolean isShowing() {
        return popup.isShowing();
    }

    /** Closes it. */
    public void hide() {
        popup.hide();
    }

    /** The popup window, which tests look into. */
    public Popup popup() {
        return popup;
    }

    /** Opens it below a node, its left edge at the node's; closes it where it was open. */
    public void toggle(Node anchor) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        var root = anchor.getScene().getRoot();
        // a popup takes the window's stylesheets, but not the size of its text
        popup.getScene().getRoot().setStyle(root.getStyle());
        var bounds = anchor.localToScreen(anchor.getBoundsInLocal());
        popup.show(anchor, bounds.getMinX() - SHADOW, bounds.getMaxY() + GAP - SHADOW);
        keepOnScreen(bounds);
    }

    private void keepOnScreen(Bounds anchor) {
        var screens = Screen.getScreensForRectangle(anchor.getMinX(), anchor.getMinY(), 1, 1);
        var visible = (screens.isEmpty() ? Screen.getPrimary() : screens.getFirst()).getVisualBounds();
        double over = popup.getX() + frame.getWidth() - visible.getMaxX();
        if (over > 0) {
            popup.setX(Math.max(visible.getMinX() - SHADOW, anchor.getMaxX() - frame.getWidth() + SHADOW));
        }
    }
}
