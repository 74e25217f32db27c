package dev.ponder.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.host.SupervisorState;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.ui.chat.ChatEvent;
import dev.ponder.ui.chat.FakeModels;
import dev.ponder.ui.chat.ModelState;
import dev.ponder.ui.common.Headless;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Titles, names and paths that run from the right, wherever the window shows them, at many widths. */
class RightToLeftTest {

    private static final String ARABIC = "رحلة طويلة إلى القاهرة والإسكندرية مع الأصدقاء في شهر نوفمبر (الجزء الثاني)";
    private static final String HEBREW = "שיחה ארוכה מאוד על תכנון טיול לירושלים ולתל אביב, חלק 2";
    private static final Path FILE = Path.of("/home/ada/تنزيلات طويلة جدا/נמל תל אביב/نموذج-كبير-4B-Q4_K_M.gguf");

    @TempDir
    private Path folder;

    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
    private OpenWindow open;

    @BeforeEach
    void openTheWindow() throws Exception {
        open = new OpenWindow(folder, Clock.systemUTC(), _ -> new ShownTranscript());
        Headless.run(() -> Thread.currentThread().setUncaughtExceptionHandler((_, failure) -> thrown.add(failure)));
    }

    @AfterEach
    void closeTheWindow() throws Exception {
        Headless.run(() -> Thread.currentThread().setUncaughtExceptionHandler(null));
        open.close();
    }

    @Test
    void showsTitlesAndTheirToasts() throws Exception {
        talk(ARABIC);
        talk(HEBREW);
        open.chat.tell(new ChatEvent.ListChanged());
        resize();
        Headless.run(() -> open.find("#conversations").requestFocus());
        open.press(KeyCode.DOWN);
        open.press(KeyCode.F2);
        open.press(KeyCode.ESCAPE);
        open.press(KeyCode.DELETE);
        assertTrue(Headless.call(() -> open.find(".toast").isVisible()));
        resize();
        assertEquals(List.of(), thrown);
    }

    @Test
    void showsBannersAndTheHeader() throws Exception {
        open.models.tell(new ModelState.Loading(ARABIC, 0.4));
        resize();
        open.models.tell(new ModelState.Failed(FILE.toString(), ARABIC + " " + HEBREW, new IOException(HEBREW)));
        open.chat.tell(new ChatEvent.Engine(
                new SupervisorState.GaveUp(EngineError.of(EngineError.Code.ENGINE_DIED, ARABIC + ": " + FILE))));
        resize();
        open.models.tell(new ModelState.Ready(FakeModels.facts(FILE.toString(), HEBREW, TemplateKind.DEMO)));
        Headless.run(open.window::togglePanel);
        resize();
        assertEquals(List.of(), thrown);
    }

    @Test
    void asksAboutAFileAndShowsProblems() {
        Headless.run(() -> open.window.offer(FILE));
        resizeDialog();
        Headless.run(() -> open.window.showError(new IllegalStateException(ARABIC)));
        resizeDialog();
        assertEquals(List.of(), thrown);
    }

    @Test
    void showsTheSettingsOfAFolderThatRunsFromTheRight() {
        open.data.setFolder(FILE);
        Headless.run(open.window::toggleSettings);
        resize();
        Headless.run(() -> ((Button) open.find("#delete-everything")).fire());
        resizeDialog();
        assertEquals(List.of(), thrown);
    }

    private void resize() {
        for (int width = 640; width <= 1400; width += 36) {
            int wide = width;
            Headless.run(() -> open.stage.setWidth(wide));
            open.settle();
        }
    }

    private void resizeDialog() {
        Headless.await(() -> Window.getWindows().size() == 2);
        for (int width = 240; width <= 700; width += 20) {
            int wide = width;
            Headless.run(() -> ((Stage) Window.getWindows().getLast()).setWidth(wide));
            open.settle();
        }
        Headless.run(() -> Window.getWindows().getLast().hide());
    }

    private void talk(String title) throws Exception {
        var made = open.conversations.create(ConversationSettings.of(ThinkingChoice.ON, null));
        open.conversations.say(made.id(), title);
        open.conversations.rename(made.id(), title);
    }
}
