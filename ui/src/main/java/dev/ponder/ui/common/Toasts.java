package dev.ponder.ui.common;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What was just done, and how to undo it. One at a time; belongs to the JavaFX thread. */
public final class Toasts {

    /**
     * A short message.
     *
     * @param text what was done
     * @param action what its button does; null for none
     */
    public record Toast(String text, Notice.@Nullable Action action) {}

    private final ReadOnlyObjectWrapper<@Nullable Toast> current = new ReadOnlyObjectWrapper<>();

    /** The one that is shown; null for none. */
    public ReadOnlyObjectProperty<@Nullable Toast> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Shows a message with a button. */
    public void show(String text, String actionText, Runnable action) {
        current.set(new Toast(text, new Notice.Action(actionText, action)));
    }

    /** Shows a message. */
    public void show(String text) {
        current.set(new Toast(text, null));
    }

    /** Takes the message away. */
    public void dismiss() {
        current.set(null);
    }
}
