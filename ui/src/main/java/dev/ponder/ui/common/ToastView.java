package dev.ponder.ui.common;

import dev.ponder.resources.Texts;
import javafx.animation.PauseTransition;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The message at the lower edge; it goes by itself unless the pointer or the focus is on it. */
public final class ToastView extends HBox {

    private static final Duration STAY = Duration.seconds(8);

    private final Toasts toasts;
    private final PauseTransition stay = new PauseTransition(STAY);

    /** Makes the view. */
    public ToastView(Toasts toasts) {
        this.toasts = toasts;
        getStyleClass().add(Styles.TOAST);
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAccessibleRole(AccessibleRole.TEXT);
        stay.setOnFinished(_ -> toasts.dismiss());
        toasts.currentProperty().subscribe(this::show);
        BooleanExpression.booleanExpression(hoverProperty().or(focusWithinProperty()))
                .subscribe(held -> {
                    if (held) {
                        stay.stop();
                    } else if (isVisible()) {
                        stay.playFromStart();
                    }
                });
    }

    private void show(Toasts.@Nullable Toast toast) {
        setVisible(toast != null);
        setManaged(toast != null);
        getChildren().clear();
        if (toast == null) {
            stay.stop();
            return;
        }
        setAccessibleText(toast.text());
        getChildren().add(new WrappedText(toast.text()));
        var action = toast.action();
        if (action != null) {
            var button = new Button(action.text());
            button.getStyleClass().addAll(Styles.FLAT, Styles.ACCENT);
            button.setOnAction(_ -> {
                toasts.dismiss();
                action.run().run();
            });
            getChildren().add(button);
        }
        getChildren().add(Icons.button(Feather.X, Texts.of("common.toast.dismiss"), toasts::dismiss));
        stay.playFromStart();
    }
}
