package dev.ponder.ui.transcript;

import dev.ponder.resources.Texts;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Three dots that breathe while nothing of a reply is there yet. They rest while they are not on the screen. */
final class WaitingView extends HBox {

    private static final double FAINT = 0.25;
    private static final Duration BREATH = Duration.millis(900);
    private static final Duration LAG = Duration.millis(200);

    WaitingView() {
        getStyleClass().add(TranscriptStyles.WAITING);
        setAccessibleText(Texts.of("transcript.waiting.name"));
        for (int i = 0; i < 3; i++) {
            var dot = new Region();
            dot.getStyleClass().add(TranscriptStyles.DOT);
            getChildren().add(dot);
            breathe(dot, LAG.multiply(i));
        }
    }

    private void breathe(Region dot, Duration delay) {
        var timeline = new Timeline(
                new KeyFrame(Duration.ZERO, new KeyValue(dot.opacityProperty(), FAINT)),
                new KeyFrame(BREATH, new KeyValue(dot.opacityProperty(), 1)));
        timeline.setAutoReverse(true);
        timeline.setCycleCount(Animation.INDEFINITE);
        timeline.setDelay(delay);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                timeline.pause();
            } else {
                timeline.play();
            }
        });
    }
}
