package dev.ponder.ui.shell;

import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Ledger;
import dev.ponder.chat.ReplyBeginning;
import dev.ponder.chat.ReplyMode;
import dev.ponder.chat.ReplyOutcome;
import dev.ponder.chat.ReplyPart;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.engine.EngineError;
import dev.ponder.engine.EngineException;
import dev.ponder.engine.host.SupervisorState;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.settings.Appearance;
import dev.ponder.store.StoreException;
import dev.ponder.ui.chat.ChatEvent;
import dev.ponder.ui.chat.FakeModels;
import dev.ponder.ui.chat.ModelState;
import dev.ponder.ui.common.Headless;
import java.nio.file.Path;

/** Draws what is rare: the smallest window, the largest text, much of everything, and whatever went wrong. */
final class EdgeTour {

    private static final String LONG_MODEL = "Qwen3-30B-A3B-Thinking-2507-UD-Q4_K_XL-from-somewhere-else";

    private final OpenWindow open;
    private final Path target;
    private final Appearance appearance;

    EdgeTour(OpenWindow open, Path target, Appearance appearance) {
        this.open = open;
        this.target = target;
        this.appearance = appearance;
    }

    void take() throws Exception {
        Headless.run(() -> open.window.settings().appearanceProperty().set(appearance));
        small("small-empty", 1);
        small("small-empty-200", 2);
        long short1 = talk("demo", "Emoji 🎉 and family 👩‍👩‍👧", "Is this fine? 🙂", "Of course 👍🏽. می‌خواهم");
        talk("demo", "رحلة طويلة إلى القاهرة والإسكندرية مع الأصدقاء", "مرحبا", "أهلا");
        long held = talk("/models/Qwen3-4B-Q4_K_M.gguf", "Held with another model", "Hello", "Hello.");
        long gone = talk("/models/gone.gguf", "Held with a model that is gone", "Hello", "Hello.");
        long lines = talk(
                "demo", "A thousand lines", "line of a question\n".repeat(1000).strip(), "That is a lot.");
        var unanswered = open.conversations.create(ConversationSettings.of(ThinkingChoice.ON, "demo"));
        open.conversations.say(unanswered.id(), "Is anybody there?");
        Headless.run(open.window::start);
        show(unanswered.id(), "unanswered");
        show(held, "held-with");
        show(gone, "model-gone");
        show(lines, "thousand-lines");
        write("اكتب لي رسالة طويلة عن أفضل الأماكن للزيارة في القاهرة والإسكندرية، مع ذكر المتاحف والأسواق القديمة "
                + "والمطاعم التي يحبها أهل المدينة. می‌خواهم");
        open.snapshot(file("composer-arabic"), 1);
        write("");
        open.models.tell(new ModelState.Ready(FakeModels.facts("l", LONG_MODEL, TemplateKind.HYBRID_V2)));
        Headless.run(() -> open.window.togglePanel());
        show(short1, "panel-yarn");
        Headless.run(() -> open.window.togglePanel());
        trouble(short1);
        open.snapshot(file("many-banners"), 1);
        small("small", 1);
        Headless.run(() -> open.window.notices().list().clear());
        small("small-font-200", 2);
        Headless.run(open.window::toggleSettings);
        small("small-settings", 1);
        small("small-settings-200", 2);
        scale(0.75);
        open.snapshot(file("settings-75"), 1);
        Headless.run(open.window::toggleSettings);
        open.snapshot(file("font-75"), 1);
        scale(2);
        Headless.run(() -> open.window.togglePanel());
        open.snapshot(file("panel-200"), 1);
        small("small-panel-200", 2);
        scale(1);
    }

    private void trouble(long conversation) {
        open.models.tell(new ModelState.Failed(
                "l",
                LONG_MODEL,
                new EngineException(
                        EngineError.Code.OUT_OF_MEMORY,
                        "There is not enough memory for a context of 131072 tokens; choose a smaller context, a q8_0 KV cache, or a"
                                + " smaller model.")));
        open.chat.tell(new ChatEvent.Engine(new SupervisorState.GaveUp(EngineError.of(
                EngineError.Code.ENGINE_DIED,
                "The engine ended 3 times in a row with " + LONG_MODEL + "; choose another file or another model."))));
        open.chat.tell(new ChatEvent.Engine(new SupervisorState.SteppedDown(-1, 12)));
        open.chat.tell(new ChatEvent.ContextFull(conversation, true));
        open.chat.tell(new ChatEvent.Failed(conversation, new IllegalStateException("x")));
    }

    private void write(String text) {
        Headless.run(() -> open.window.chat().composer().textProperty().set(text));
        open.settle();
    }

    private void show(long id, String name) throws Exception {
        Headless.run(() -> {
            open.window.chat().open(id);
            open.chat.tell(new ChatEvent.Usage(id, new Ledger(24, 29_210, 310, 38, 2_048, 1_024, 40_960)));
            open.chat.tell(new ChatEvent.Speed(31.4));
        });
        open.settle();
        open.snapshot(file(name), 1);
    }

    /** The smallest window, with text of a scale. */
    private void small(String name, double scale) throws Exception {
        scale(scale);
        open.snapshot(file(name), WindowPlaces.LEAST_WIDTH, WindowPlaces.LEAST_HEIGHT);
        scale(1);
    }

    private void scale(double scale) {
        Headless.run(() -> open.window.settings().fontScaleProperty().set(scale));
        open.settle();
    }

    private long talk(String model, String title, String question, String answer)
            throws StoreException, InterruptedException, java.util.concurrent.ExecutionException {
        var made = open.conversations.create(ConversationSettings.of(ThinkingChoice.ON, model));
        var said = open.conversations.say(made.id(), question);
        var reply = open.conversations.reply(said.id(), ReplyBeginning.of("Qwen3-8B", ReplyMode.of(true)), _ -> {});
        reply.append(ReplyPart.REASONING, "I go through it.");
        reply.append(ReplyPart.ANSWER, answer);
        reply.finish(ReplyOutcome.interrupted()).get();
        open.conversations.rename(made.id(), title);
        return made.id();
    }

    private Path file(String name) {
        return target.resolve(name + "-" + appearance.name().toLowerCase(java.util.Locale.ROOT) + ".png");
    }
}
