package dev.ponder.ui.common;

import dev.ponder.resources.Texts;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The banners below the header. */
public final class NoticesView extends VBox {

    private final Notices notices;

    /** Makes the view. */
    public NoticesView(Notices notices) {
        this.notices = notices;
        getStyleClass().add(Styles.NOTICES);
        setMinHeight(USE_PREF_SIZE);
        notices.list().addListener((ListChangeListener<Notice>) _ -> rebuild());
        rebuild();
    }

    private void rebuild() {
        getChildren().setAll(notices.list().stream().map(this::banner).toList());
        setManaged(!getChildren().isEmpty());
        setVisible(isManaged());
    }

    private Node banner(Notice notice) {
        var text = new WrappedText(notice.text());
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        var banner = new HBox(Icons.of(icon(notice.severity())), text);
        for (var action : notice.actions()) {
            var button = new Button(action.text());
            button.setMinWidth(USE_PREF_SIZE);
            button.setOnAction(_ -> action.run().run());
            banner.getChildren().add(button);
        }
        banner.getChildren()
                .add(Icons.button(Feather.X, Texts.of("common.notice.dismiss"), () -> notices.dismiss(notice.kind())));
        // a long text gets its lines, whatever else has to shrink
        banner.setMinHeight(USE_PREF_SIZE);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().addAll(Styles.NOTICE, style(notice.severity()));
        banner.setAccessibleRole(AccessibleRole.TEXT);
        banner.setAccessibleText(notice.text());
        return banner;
    }

    private static Feather icon(Notice.Severity severity) {
        return switch (severity) {
            case INFO -> Feather.INFO;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case ERROR -> Feather.ALERT_OCTAGON;
        };
    }

    private static String style(Notice.Severity severity) {
        return switch (severity) {
            case INFO -> Styles.NOTICE_INFO;
            case WARNING -> Styles.NOTICE_WARNING;
            case ERROR -> Styles.NOTICE_ERROR;
        };
    }
}
