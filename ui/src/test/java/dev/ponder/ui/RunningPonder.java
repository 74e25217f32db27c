package dev.ponder.ui;

import dev.ponder.app.ModelServices;
import dev.ponder.app.PonderPaths;
import dev.ponder.ui.common.Headless;
import dev.ponder.ui.common.Keyboard;
import dev.ponder.ui.transcript.ShownTurn;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/** The whole program in this process: real files, a real engine process, real keys, the toolkit without a screen. */
final class RunningPonder implements AutoCloseable {

    private final PonderApplication application;
    private final Stage stage;
    private final Keyboard keyboard;

    /** Starts the program on a data folder whose user is no newcomer; what stands in its way is in the window then. */
    RunningPonder(Path data) throws Exception {
        this(Welcomed.in(data), ModelServices.Place::here);
    }

    /** Starts the program on a data folder, with models from a place. */
    RunningPonder(Path data, Supplier<ModelServices.Place> place) throws Exception {
        Headless.start();
        application = new PonderApplication(new PonderPaths(data), () -> {}, place);
        application.init();
        stage = Headless.call(Stage::new);
        Headless.run(() -> {
            application.start(stage);
            stage.requestFocus();
        });
        keyboard = new Keyboard();
    }

    /** Starts the program and waits until a model can be asked. */
    static RunningPonder ready(Path data) throws Exception {
        var ponder = new RunningPonder(data);
        Headless.await(() -> ponder.parts().isReady());
        return ponder;
    }

    WindowParts parts() {
        return new WindowParts(stage.getScene());
    }

    Keyboard keyboard() {
        return keyboard;
    }

    /** Types a question and sends it. */
    void ask(String question) {
        keyboard.type(question);
        keyboard.press(KeyCode.ENTER);
    }

    /** Asks and waits for the whole reply. */
    ShownTurn answerTo(String question) {
        ask(question);
        Headless.await(() -> !parts().isReplying());
        return shown();
    }

    ShownTurn shown() {
        return Headless.call(() -> parts().shown());
    }

    Node find(String selector) {
        return Headless.call(() -> {
            var node = stage.getScene().lookup(selector);
            if (node == null) {
                throw new AssertionError("nothing is " + selector);
            }
            return node;
        });
    }

    boolean hasBanner(String beginning) {
        return Headless.call(() -> parts().hasBanner(beginning));
    }

    /** Gives the window another size. */
    void resize(double width, double height) {
        Headless.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        settle();
    }

    /** Lets layout that is under way finish; what was measured first may be laid out anew. */
    void settle() {
        for (int i = 0; i < 2; i++) {
            var laidOut = new CountDownLatch(1);
            Runnable listener = laidOut::countDown;
            Headless.run(() -> {
                stage.getScene().addPostLayoutPulseListener(listener);
                Platform.requestNextPulse();
            });
            Headless.await(() -> laidOut.getCount() == 0);
            Headless.run(() -> stage.getScene().removePostLayoutPulseListener(listener));
        }
    }

    /** What the window shows, with a menu that is open over it. */
    WritableImage snapshot() {
        return Headless.call(() -> {
            var picture = stage.getScene().snapshot(null);
            for (var window : Window.getWindows()) {
                if (window instanceof PopupWindow popup && popup.isShowing()) {
                    draw(popup, picture);
                }
            }
            return picture;
        });
    }

    private void draw(PopupWindow popup, WritableImage target) {
        var image = popup.getScene().snapshot(null);
        int left =
                (int) Math.round(popup.getX() - stage.getX() - stage.getScene().getX());
        int top =
                (int) Math.round(popup.getY() - stage.getY() - stage.getScene().getY());
        for (int y = Math.max(0, -top); y < image.getHeight() && top + y < target.getHeight(); y++) {
            for (int x = Math.max(0, -left); x < image.getWidth() && left + x < target.getWidth(); x++) {
                var colour = image.getPixelReader().getColor(x, y);
                var below = target.getPixelReader().getColor(left + x, top + y);
                target.getPixelWriter()
                        .setColor(
                                left + x,
                                top + y,
                                below.interpolate(colour.deriveColor(0, 1, 1, 1), colour.getOpacity()));
            }
        }
    }

    /** The engine process of this program, the only child of this process that is alive. */
    static ProcessHandle engine() {
        return ProcessHandle.current()
                .children()
                .filter(ProcessHandle::isAlive)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no engine process"));
    }

    /** Ends the program as its user does. */
    @Override
    public void close() throws IOException {
        Headless.run(stage::close);
        application.stop();
    }
}
