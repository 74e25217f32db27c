package dev.ponder.ui.common;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A small surface that opens below a node and closes by Esc, by a click elsewhere, or when the focus leaves it.
 *
 * <p>It lies in the window's own scene, since a window of its own shows its shadow only where the desktop can draw
 * transparent windows.
 */
public final class Dropdown {

    private static final double GAP = 4;
    private static final double MARGIN = 8;

    private final StackPane surface;
    private final Layer layer = new Layer();
    private @Nullable Node anchor;

    /** Makes one around a content. */
    public Dropdown(Region content) {
        surface = new StackPane(content);
        surface.getStyleClass().add(Styles.DROPDOWN);
        layer.getChildren().add(surface);
        layer.addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            hide();
            event.consume();
        });
        surface.addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        layer.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                hide();
                event.consume();
            }
        });
        surface.focusWithinProperty().subscribe((before, now) -> {
            if (before && !now) {
                // a moment later, since a row that is replaced hands the focus on
                Fx.later(this::closeWithoutFocus);
            }
        });
    }

    /** Whether it is open. */
    public boolean isShowing() {
        return layer.getParent() != null;
    }

    /** Closes it and gives the keyboard back to the node that it hung on. */
    public void hide() {
        var hung = anchor;
        if (isShowing()) {
            close();
            if (hung != null) {
                hung.requestFocus();
            }
        }
    }

    /** Opens it below a node of a scene whose root is a pane; closes it where it was open. */
    public void toggle(Node below) {
        if (isShowing()) {
            hide();
        } else if (below.getScene().getRoot() instanceof Pane root) {
            anchor = below;
            root.getChildren().add(layer);
            // what scrolls has its content only once it has a skin
            layer.applyCss();
            layer.layout();
            if (!focusFirst(surface)) {
                surface.setFocusTraversable(true);
                surface.requestFocus();
            }
        }
    }

    private void close() {
        if (layer.getParent() instanceof Pane root) {
            anchor = null;
            root.getChildren().remove(layer);
        }
    }

    private void closeWithoutFocus() {
        if (!surface.isFocusWithin()) {
            close();
        }
    }

    private static boolean focusFirst(Node node) {
        if (node.isFocusTraversable()) {
            node.requestFocus();
            return true;
        }
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(Dropdown::focusFirst);
    }

    /** Covers the window and keeps the surface at its place. */
    private final class Layer extends Pane {

        @Override
        protected void layoutChildren() {
            var hung = anchor;
            if (hung == null) {
                return;
            }
            double width = surface.prefWidth(-1);
            double height = Math.min(surface.prefHeight(width), getHeight() - 2 * MARGIN);
            var bounds = hung.localToScene(hung.getLayoutBounds());
            Point2D below = sceneToLocal(bounds.getMinX(), bounds.getMaxY() + GAP);
            double x = Math.clamp(below.getX(), MARGIN, Math.max(MARGIN, getWidth() - width - MARGIN));
            double y = Math.clamp(below.getY(), MARGIN, Math.max(MARGIN, getHeight() - height - MARGIN));
            surface.resizeRelocate(snapPositionX(x), snapPositionY(y), width, height);
        }
    }
}
