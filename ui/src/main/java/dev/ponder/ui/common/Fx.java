package dev.ponder.ui.common;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;

/** The one door to the JavaFX thread. */
public final class Fx {

    private Fx() {}

    /** Runs something on the JavaFX thread: now where this is it, else soon. */
    public static void run(Runnable action) {
        if (Platform.isFxApplicationThread()) {
            action.run();
        } else {
            Platform.runLater(action);
        }
    }

    /** Runs something on the JavaFX thread after what is under way there. */
    public static void later(Runnable action) {
        Platform.runLater(action);
    }

    /** Runs something on the JavaFX thread once a scene has been laid out anew and what it shows is being drawn. */
    public static void afterFrame(Scene scene, Runnable action) {
        scene.addPostLayoutPulseListener(new Runnable() {
            @Override
            public void run() {
                scene.removePostLayoutPulseListener(this);
                Platform.runLater(action);
            }
        });
        Platform.requestNextPulse();
    }

    /** A consumer that may be called from any thread, and passes what it gets to another one on the JavaFX thread. */
    public static <T> Consumer<T> onFx(Consumer<? super T> consumer) {
        return value -> run(() -> consumer.accept(value));
    }
}
