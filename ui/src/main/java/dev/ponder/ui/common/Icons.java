package dev.ponder.ui.common;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, and buttons that are nothing else. */
public final class Icons {

    private Icons() {}

    /** An icon in the size and colour of the text around it. */
    public static FontIcon of(Feather icon) {
        return new FontIcon(icon);
    }

    /**
     * The same in a conversation, where icons come and go with every line that does: a name of its own spares them the
     * hundred rules that the base theme has for icons.
     */
    public static FontIcon inText(Feather icon) {
        var made = of(icon);
        made.getStyleClass().setAll(Styles.LINE_ICON);
        return made;
    }

    /** A button that shows an icon alone; the text is its name for a screen reader and its tooltip. */
    public static Button button(Feather icon, String text, Runnable action) {
        var button = new Button();
        button.setGraphic(of(icon));
        button.getStyleClass().addAll(Styles.FLAT, Styles.ICON_BUTTON);
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(text));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
