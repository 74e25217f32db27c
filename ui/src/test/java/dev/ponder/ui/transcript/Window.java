package dev.ponder.ui.transcript;

import dev.ponder.resources.Stylesheets;
import dev.ponder.ui.common.Headless;
import dev.ponder.ui.common.Monospace;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.robot.Robot;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.StageStyle;

/** A transcript in a window of the real toolkit, worked from outside its thread. */
final class Window implements AutoCloseable {

    private static final double FONT = 14;
    private static final int SECONDS = 60;

    final TranscriptViewModel model = new TranscriptViewModel();
    final RememberedActions actions = new RememberedActions();
    final TranscriptView view;
    final Stage stage;
    private final Robot robot;

    private Window(double width, double height, double scale, boolean dark) {
        view = new TranscriptView(model, actions);
        view.setStyle(String.format(Locale.ROOT, "-fx-font-size: %.1fpx;", FONT * scale));
        stage = new Stage(StageStyle.UNDECORATED);
        var scene = new Scene(view, width, height);
        scene.getStylesheets()
                .addAll(
                        dark ? Stylesheets.dark() : Stylesheets.light(),
                        Stylesheets.window(),
                        Stylesheets.transcript(),
                        Monospace.stylesheet());
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.requestFocus();
        robot = new Robot();
        stage.getScene().addEventFilter(MouseEvent.MOUSE_PRESSED, Window::pressAsAMouseWould);
    }

    /** The headless platform says of every press that it opens a menu, and the text control leaves such presses alone. */
    private static void pressAsAMouseWould(MouseEvent event) {
        if (event.isPopupTrigger() && event.getButton() == MouseButton.PRIMARY) {
            event.consume();
            Event.fireEvent(
                    event.getTarget(),
                    new MouseEvent(
                            event.getEventType(),
                            event.getSceneX(),
                            event.getSceneY(),
                            event.getScreenX(),
                            event.getScreenY(),
                            event.getButton(),
                            event.getClickCount(),
                            event.isShiftDown(),
                            event.isControlDown(),
                            event.isAltDown(),
                            event.isMetaDown(),
                            event.isPrimaryButtonDown(),
                            event.isMiddleButtonDown(),
                            event.isSecondaryButtonDown(),
                            event.isSynthesized(),
                            false,
                            event.isStillSincePress(),
                            event.getPickResult()));
        }
    }

    static Window open(double width, double height, double scale) {
        return open(width, height, scale, false);
    }

    static Window open(double width, double height, double scale, boolean dark) {
        return Headless.call(() -> new Window(width, height, scale, dark));
    }

    /** Shows items, and waits until they are drawn. */
    void show(TranscriptItem... items) {
        Headless.run(() -> model.show(List.of(items)));
        frames(4);
    }

    /** Lets some frames pass. */
    void frames(int count) {
        var passed = new CountDownLatch(count);
        Headless.run(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                passed.countDown();
                if (passed.getCount() == 0) {
                    stop();
                }
                Platform.requestNextPulse();
            }
        }.start());
        try {
            if (!passed.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the toolkit draws no frames");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Headless.run(() -> {});
    }

    /** Waits until what is drawn or read elsewhere is there, too. */
    void settle() {
        frames(2);
        Headless.await(() -> view.isSettled());
        frames(3);
    }

    WritableImage picture() {
        return Headless.call(() -> stage.getScene().snapshot(null));
    }

    /** Presses a key, with others held down. */
    void press(KeyCode key, KeyCode... held) {
        Headless.run(() -> {
            for (var modifier : held) {
                robot.keyPress(modifier);
            }
            robot.keyPress(key);
            robot.keyRelease(key);
            for (var modifier : held) {
                robot.keyRelease(modifier);
            }
        });
        frames(2);
    }

    /** Clicks in the middle of something. */
    void click(Node node) {
        move(middle(node));
        Headless.run(() -> robot.mouseClick(MouseButton.PRIMARY));
        frames(2);
    }

    /** Drags the mouse from one place to another. */
    void drag(Point2D from, Point2D to) {
        move(from);
        Headless.run(() -> robot.mousePress(MouseButton.PRIMARY));
        move(from.midpoint(to));
        move(to);
        Headless.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        frames(2);
    }

    void move(Point2D to) {
        Headless.run(() -> robot.mouseMove(to));
        frames(2);
    }

    /** Turns the mouse wheel; positive is towards the end. */
    void scroll(int steps) {
        move(new Point2D(stage.getWidth() / 2, stage.getHeight() / 2));
        Headless.run(() -> robot.mouseWheel(steps));
        frames(2);
    }

    static Point2D middle(Node node) {
        var bounds = Headless.call(() -> node.localToScreen(node.getLayoutBounds()));
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /** Just inside the first or behind the last letter of a text. */
    static Point2D edge(Node text, boolean atEnd) {
        Bounds bounds = Headless.call(() -> text.localToScreen(text.getLayoutBounds()));
        return new Point2D(atEnd ? bounds.getMaxX() + 1 : bounds.getMinX() + 1, bounds.getMaxY() - 3);
    }

    /** The run of characters on the screen that contains a text. */
    Text run(String text) {
        return Headless.call(() -> runs().filter(run -> run.getText().contains(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not on the screen: " + text)));
    }

    /** Whether a text is on the screen. */
    boolean shows(String text) {
        return Headless.call(() -> runs().anyMatch(run -> run.getText().contains(text)));
    }

    /** All runs of characters that the control has; to be called on the JavaFX thread. */
    Stream<Text> runs() {
        return Stream.of(".run", ".text-run")
                .flatMap(style -> view.lookupAll(style).stream())
                .filter(Text.class::isInstance)
                .map(Text.class::cast);
    }

    Node find(String selector) {
        return Headless.call(() -> {
            var node = view.lookup(selector);
            if (node == null) {
                throw new AssertionError("not on the screen: " + selector);
            }
            return node;
        });
    }

    @Override
    public void close() {
        Headless.run(stage::close);
    }
}
