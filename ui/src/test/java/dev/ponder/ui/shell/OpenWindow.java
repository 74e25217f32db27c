package dev.ponder.ui.shell;

import dev.ponder.chat.Conversation;
import dev.ponder.chat.Conversations;
import dev.ponder.prompts.SystemPrompts;
import dev.ponder.search.Search;
import dev.ponder.settings.SettingsFile;
import dev.ponder.store.Store;
import dev.ponder.store.StoreException;
import dev.ponder.store.StoreFiles;
import dev.ponder.ui.chat.ChatViewModel;
import dev.ponder.ui.chat.FakeChat;
import dev.ponder.ui.chat.FakeModels;
import dev.ponder.ui.chat.TranscriptPort;
import dev.ponder.ui.common.Fx;
import dev.ponder.ui.common.Headless;
import dev.ponder.ui.common.Png;
import dev.ponder.ui.common.Tasks;
import dev.ponder.ui.common.Theme;
import dev.ponder.ui.models.FakeLibrary;
import dev.ponder.ui.models.FakeShelf;
import dev.ponder.ui.models.ModelsPage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window over a real store, with a chat and models that the test plays. */
final class OpenWindow implements AutoCloseable {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    final Store store;
    final Conversations conversations;
    final SettingsFile settings;
    final FakeChat chat;
    final FakeModels models = new FakeModels(Fx::run);
    final FakeShelf shelf = new FakeShelf(Fx::run);
    final FakeLibrary library = new FakeLibrary();
    final FakeData data = new FakeData();
    final PonderWindow window;
    final Theme theme;
    final Stage stage;
    private final Robot robot;

    OpenWindow(Path folder, Clock clock) throws Exception {
        this(folder, clock, _ -> new PlainTranscript());
    }

    OpenWindow(Path folder, Clock clock, Function<ChatViewModel, TranscriptPort> transcript) throws Exception {
        Headless.start();
        store = Store.open(new StoreFiles(folder.resolve("store")));
        conversations = Conversations.open(store);
        settings = SettingsFile.open(folder.resolve("settings.json"));
        chat = new FakeChat(conversations, Fx::run);
        theme = Headless.call(Theme::new);
        window = Headless.call(() -> new PonderWindow(
                new PonderWindow.Services(
                        conversations,
                        new SystemPrompts(store),
                        new Search(store),
                        chat,
                        models,
                        new ModelsPage.Services(shelf, shelf, library, shelf, shelf, Tasks.inline(), Fx::run),
                        settings,
                        data,
                        Tasks.inline(),
                        clock,
                        folder.resolve("logs")),
                theme,
                transcript));
        stage = Headless.call(() -> {
            var shown = new Stage();
            shown.setScene(window.scene());
            shown.setX(0);
            shown.setY(0);
            shown.setWidth(WIDTH);
            shown.setHeight(HEIGHT);
            shown.show();
            shown.requestFocus();
            return shown;
        });
        robot = Headless.call(Robot::new);
        Headless.run(window::start);
    }

    /** Clicks in the middle of something. */
    void click(Node node) {
        Headless.run(() -> {
            var bounds = node.localToScreen(node.getBoundsInLocal());
            robot.mouseMove(bounds.getCenterX(), bounds.getCenterY());
            robot.mouseClick(MouseButton.PRIMARY);
        });
        settle();
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
        settle();
    }

    /** Types lower-case letters, digits and spaces. */
    void type(String text) {
        for (char letter : text.toCharArray()) {
            press(
                    letter == ' '
                            ? KeyCode.SPACE
                            : KeyCode.getKeyCode(String.valueOf(letter).toUpperCase(Locale.ROOT)));
        }
    }

    /** Lets events and layout that are under way finish. */
    void settle() {
        // a second one, since what the first measured may be laid out anew
        for (int i = 0; i < 2; i++) {
            var laidOut = new CountDownLatch(1);
            Runnable listener = laidOut::countDown;
            Headless.run(() -> {
                scene().addPostLayoutPulseListener(listener);
                Platform.requestNextPulse();
            });
            Headless.await(() -> laidOut.getCount() == 0);
            Headless.run(() -> scene().removePostLayoutPulseListener(listener));
        }
    }

    Scene scene() {
        return window.scene();
    }

    Node find(String selector) {
        var node = scene().lookup(selector);
        if (node == null) {
            throw new AssertionError("nothing is " + selector);
        }
        return node;
    }

    /** The id of what has the keyboard, or its name where it has none. */
    @Nullable String focusedName() {
        return Headless.call(() -> {
            var owner = scene().getFocusOwner();
            if (owner == null) {
                return null;
            }
            return owner.getId() == null ? owner.getAccessibleText() : owner.getId();
        });
    }

    Conversation shown() {
        return Headless.call(() ->
                Objects.requireNonNull(window.chat().conversationProperty().get()));
    }

    /** Writes what the window shows, magnified. */
    void snapshot(Path file, double scale) throws IOException {
        resize(WIDTH / scale, HEIGHT / scale);
        var image = Headless.call(() -> {
            var root = scene().getRoot();
            var parameters = new SnapshotParameters();
            parameters.setTransform(new Scale(scale, scale));
            return root.snapshot(parameters, new WritableImage((int) WIDTH, (int) HEIGHT));
        });
        Png.write(image, file);
        resize(WIDTH, HEIGHT);
    }

    /** Writes what the window shows at another size. */
    void snapshot(Path file, double width, double height) throws IOException {
        resize(width, height);
        var image = Headless.call(() -> scene().snapshot(null));
        Png.write(image, file);
        resize(WIDTH, HEIGHT);
    }

    private void resize(double width, double height) {
        Headless.run(() -> {
            stage.setWidth(width);
            stage.setHeight(height);
        });
        settle();
    }

    @Override
    public void close() throws StoreException {
        Headless.run(stage::close);
        conversations.close();
        store.close();
    }
}
