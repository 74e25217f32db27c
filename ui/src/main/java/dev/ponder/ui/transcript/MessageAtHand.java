package dev.ponder.ui.transcript;

import dev.ponder.ui.transcript.BlockLine.Footer;
import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Puts the message bar where the user is: at the message under the mouse, else at the one with the caret when keys are
 * used, else at the last. A bar that has the keyboard stays where it is.
 */
final class MessageAtHand {

    private static final PseudoClass PINNED = PseudoClass.getPseudoClass("pinned");

    /** How far the bar stands out, as a part of its height: its first icon and not its first button lines up. */
    private static final double HANG = 0.25;

    private static final double MARGIN = 8;
    private static final double ABOVE = 4;

    private final TranscriptArea area;
    private final TranscriptDocument document;
    private final BlockViews blocks;
    private final MessageBar bar;
    private @Nullable String hovered;
    private @Nullable Region covered;
    private boolean usesKeys;

    MessageAtHand(TranscriptArea area, TranscriptDocument document, BlockViews blocks, MessageBar bar) {
        this.area = area;
        this.document = document;
        this.blocks = blocks;
        this.bar = bar;
        area.setDisplayCaret(false);
        area.addEventFilter(KeyEvent.KEY_PRESSED, _ -> useKeys(true));
        area.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> useKeys(false));
    }

    /** A caret in a text that cannot be edited is in the way, until keys move it. */
    private void useKeys(boolean keys) {
        usesKeys = keys;
        area.setDisplayCaret(keys);
    }

    void onMouse(double screenX, double screenY) {
        var position = area.getTextPosition(screenX, screenY);
        var entry = position == null ? null : document.entryAt(position.index());
        hover(entry == null ? null : entry.id());
    }

    void onMouseGone() {
        hover(null);
    }

    private void hover(@Nullable String id) {
        hovered = id;
        place();
    }

    /** To be called after each layout, as the document moves under the bar. */
    void place() {
        var entry = atHand();
        var footer = entry == null ? null : footer(entry);
        var bounds = footer == null ? null : bounds(footer);
        boolean isPinned = bounds == null && footer != null && usesKeys && area.isFocused();
        bar.show(footer == null ? null : footer.message);
        bar.setVisible(bounds != null || isPinned || bar.hasFocus());
        bar.pseudoClassStateChanged(PINNED, bounds == null);
        cover(bar.isVisible() && bounds != null && footer != null ? blocks.kept(footer) : null);
        if (!bar.isVisible()) {
            return;
        }
        double height = bar.prefHeight(-1);
        double x = area.getContentPadding().getLeft() - (bounds == null ? 0 : Math.floor(height * HANG));
        double y = bounds == null ? area.getHeight() - height - MARGIN : bounds.getMinY() + ABOVE;
        bar.resizeRelocate(x, Math.rint(y), bar.prefWidth(-1), height);
    }

    /** What a footer says is said by the bar, too. */
    private void cover(@Nullable Region footer) {
        if (!Objects.equals(covered, footer)) {
            if (covered != null) {
                covered.setVisible(true);
            }
            if (footer != null) {
                footer.setVisible(false);
            }
            covered = footer;
        }
    }

    private @Nullable MessageEntry atHand() {
        var shown = bar.message();
        if (bar.hasFocus() && shown != null && document.entry(shown.id()) instanceof MessageEntry entry) {
            return entry;
        }
        if (hovered != null && document.entry(hovered) instanceof MessageEntry entry) {
            return entry;
        }
        var caret = area.getCaretPosition();
        if (usesKeys
                && area.isFocused()
                && caret != null
                && document.entryAt(caret.index()) instanceof MessageEntry entry) {
            return entry;
        }
        return document.entries().isEmpty() ? null : last();
    }

    private @Nullable MessageEntry last() {
        return document.entries().getLast() instanceof MessageEntry entry ? entry : null;
    }

    private @Nullable Footer footer(MessageEntry entry) {
        return !entry.isStreaming() && document.line(entry.start + entry.count - 1) instanceof Footer footer
                ? footer
                : null;
    }

    /** Where a footer is on the screen, in the view's coordinates; null where it is not. */
    private @Nullable Bounds bounds(Footer footer) {
        var region = blocks.kept(footer);
        var parent = bar.getParent();
        if (region == null || region.getScene() == null || region.getParent() == null || parent == null) {
            return null;
        }
        var bounds = parent.sceneToLocal(region.localToScene(region.getLayoutBounds()));
        return bounds.getMinY() < area.getHeight() - bounds.getHeight() / 2 && bounds.getMaxY() > 0 ? bounds : null;
    }
}
