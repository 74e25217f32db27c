package dev.ponder.ui.common;

import dev.ponder.resources.Texts;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The banners below the header. Many of them scroll, so that the conversation keeps its room. */
public final class NoticesView extends ScrollPane {

    private final Notices notices;
    private final VBox banners = new VBox();

    /** Makes the view. */
    public NoticesView(Notices notices) {
        this.notices = notices;
        getStyleClass().add(Styles.NOTICES_HOLDER);
        banners.getStyleClass().add(Styles.NOTICES);
        setContent(banners);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        // a key of the keyboard reaches the banners' own buttons
        setFocusTraversable(false);
        notices.list().addListener((ListChangeListener<Notice>) _ -> rebuild());
        rebuild();
    }

    /** As high as the banners, up to the highest that it may be. */
    @Override
    protected double computeMinHeight(double width) {
        double high = computePrefHeight(width);
        return getMaxHeight() > 0 ? Math.min(high, getMaxHeight()) : high;
    }

    @Override
    protected double computePrefHeight(double width) {
        var insets = getInsets();
        return banners.prefHeight(width < 0 ? getWidth() : width) + insets.getTop() + insets.getBottom();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private void rebuild() {
        banners.getChildren().setAll(notices.list().stream().map(this::banner).toList());
        setManaged(!banners.getChildren().isEmpty());
        setVisible(isManaged());
        requestLayout();
    }

    private Node banner(Notice notice) {
        var text = new WrappedText(notice.text());
        var buttons = notice.actions().stream().map(NoticesView::button).toArray(Node[]::new);
        var body = new Beside(text, buttons);
        HBox.setHgrow(body, Priority.ALWAYS);
        var dismiss = Icons.button(Feather.X, Texts.of("common.notice.dismiss"), () -> notices.dismiss(notice.kind()));
        var banner = new HBox(Icons.of(icon(notice.severity())), body, dismiss);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().addAll(Styles.NOTICE, style(notice.severity()));
        return banner;
    }

    private static Button button(Notice.Action action) {
        var button = new Button(action.text());
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run().run());
        return button;
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
