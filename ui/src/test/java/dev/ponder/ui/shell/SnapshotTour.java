package dev.ponder.ui.shell;

import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Ledger;
import dev.ponder.chat.ReplyBeginning;
import dev.ponder.chat.ReplyMode;
import dev.ponder.chat.ReplyOutcome;
import dev.ponder.chat.ReplyPart;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.host.SupervisorState;
import dev.ponder.settings.Appearance;
import dev.ponder.ui.chat.ChatEvent;
import dev.ponder.ui.chat.ModelState;
import dev.ponder.ui.common.Headless;
import dev.ponder.ui.common.Png;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

/** Walks through the window's states and draws each. */
final class SnapshotTour {

    private static final double LARGE = 1.5;

    private final OpenWindow open;
    private final Path target;
    private final Appearance appearance;

    SnapshotTour(OpenWindow open, Path target, Appearance appearance) {
        this.open = open;
        this.target = target;
        this.appearance = appearance;
    }

    void take() throws Exception {
        Headless.run(() -> open.window.settings().appearanceProperty().set(appearance));
        draw("empty", 1);
        draw("empty-150", LARGE);
        long letters = talk("Letters in a word", "How many r are in strawberry?", "The word has three r.");
        long chinese = talk("京都旅行计划", "我想去京都三天，请帮我安排行程。", "第一天可以去清水寺和祇园，第二天去岚山的竹林，第三天去伏见稻荷大社。");
        long arabic = talk(
                "رحلة إلى القاهرة",
                "ما هي أفضل الأماكن للزيارة في القاهرة؟",
                "يمكنك زيارة الأهرامات والمتحف المصري وخان الخليلي.");
        talk("A very long title that will not fit into the list of conversations", "Emoji 🎉👍🏽 too", "Of course 🙂");
        open.conversations.pin(letters, true);
        Headless.run(() -> {
            open.window.start();
            open.chat.tell(new ChatEvent.ListChanged());
        });
        show(letters);
        draw("conversation", 1);
        draw("conversation-150", LARGE);
        show(chinese);
        draw("chinese", 1);
        show(arabic);
        draw("arabic", 1);
        show(letters);
        open.chat.tell(new ChatEvent.Engine(new SupervisorState.Restarting(
                EngineError.of(EngineError.Code.ENGINE_DIED, "The engine process ended while it computed."))));
        open.chat.tell(new ChatEvent.Engine(new SupervisorState.SteppedDown(-1, 0)));
        open.chat.tell(new ChatEvent.Failed(letters, new IllegalStateException("x")));
        draw("banners", 1);
        Headless.run(() -> open.window.notices().list().clear());
        open.chat.tell(new ChatEvent.Progress(letters, ChatEvent.Phase.THINKING, 0, 0));
        draw("thinking", 1);
        open.chat.tell(new ChatEvent.Loop(letters, true, false));
        draw("loop", 1);
        open.chat.tell(new ChatEvent.Ended(letters));
        open.models.tell(new ModelState.Loading("Qwen3-4B", 0.41));
        Headless.run(() -> open.window.togglePanel());
        draw("loading-and-panel", 1);
        Headless.run(() -> open.window.togglePanel());
        Headless.run(open.window::toggleSettings);
        draw("settings", 1);
        draw("settings-150", LARGE);
        Headless.run(open.window::toggleSettings);
        open.press(KeyCode.M, KeyCode.CONTROL);
        open.settle();
        draw("picker", 1);
        open.press(KeyCode.ESCAPE);
        Headless.run(() -> ((Button) open.find("#context")).fire());
        draw("ledger", 1);
        open.press(KeyCode.ESCAPE);
        dialogs(letters);
    }

    private void dialogs(long conversation) throws Exception {
        open.press(KeyCode.F1);
        dialog("shortcuts");
        Headless.run(() -> open.window.offer(Path.of("/home/ada/Downloads/Qwen3-4B-Q4_K_M.gguf")));
        dialog("ask-file");
        Headless.run(() -> open.window.showError(new IllegalStateException("unforeseen")));
        dialog("error");
        Headless.run(() -> ((Button) open.find("#delete-everything")).fire());
        dialog("delete");
        Headless.run(() -> open.window.chat().composer().textProperty().set("你好 🎉 مرحبا\nsecond line\nthird line"));
        Headless.run(() -> open.find("#conversations").requestFocus());
        open.press(KeyCode.DELETE);
        draw("toast-and-draft", 1);
        Headless.run(() -> open.window.settings().fontScaleProperty().set(2));
        draw("font-200", 1);
        Headless.run(() -> open.window.settings().usualFont());
        open.chat.tell(new ChatEvent.ContextFull(conversation, true));
        draw("context-full", LARGE);
    }

    private void dialog(String name) throws Exception {
        open.settle();
        var shown = Headless.call(() -> Window.getWindows().getLast());
        var image = Headless.call(() -> shown.getScene().snapshot(null));
        Png.write(image, target.resolve(file(name)));
        Headless.run(shown::hide);
    }

    private void show(long id) throws Exception {
        Headless.run(() -> {
            open.window.chat().open(id);
            open.chat.tell(new ChatEvent.Usage(id, new Ledger(24, 1_210, 310, 38, 600, 400, 4_096)));
            open.chat.tell(new ChatEvent.Speed(31.4));
        });
    }

    private long talk(String title, String question, String answer) throws Exception {
        var made = open.conversations.create(ConversationSettings.of(ThinkingChoice.ON, "demo"));
        var said = open.conversations.say(made.id(), question);
        var reply = open.conversations.reply(said.id(), ReplyBeginning.of("Demo", ReplyMode.of(true)), _ -> {});
        reply.append(ReplyPart.REASONING, "I go through the letters.");
        reply.append(ReplyPart.ANSWER, answer);
        reply.finish(ReplyOutcome.interrupted());
        open.conversations.rename(made.id(), title);
        return made.id();
    }

    private void draw(String name, double scale) throws Exception {
        open.snapshot(target.resolve(file(name)), scale);
    }

    private String file(String name) {
        return name + "-" + appearance.name().toLowerCase(Locale.ROOT) + ".png";
    }
}
