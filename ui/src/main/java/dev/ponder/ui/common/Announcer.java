package dev.ponder.ui.common;

import javafx.collections.ListChangeListener;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.text.Text;

/**
 * A text that only a screen reader finds, changed when something happens that others see: a banner or a toast appears.
 * The toolkit has no live regions; a change of a text is what it passes on. Belongs to the JavaFX thread.
 */
public final class Announcer extends Text {

    /** Announces each new banner and toast, once. */
    public Announcer(Notices notices, Toasts toasts) {
        setManaged(false);
        setOpacity(0);
        setMouseTransparent(true);
        setAccessibleRole(AccessibleRole.TEXT);
        notices.list().addListener((ListChangeListener<Notice>) this::onNotices);
        toasts.currentProperty().subscribe(toast -> {
            if (toast != null) {
                announce(toast.text());
            }
        });
    }

    private void onNotices(ListChangeListener.Change<? extends Notice> change) {
        while (change.next()) {
            change.getAddedSubList().forEach(notice -> announce(notice.text()));
        }
    }

    private void announce(String what) {
        setText(what);
        notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
}
