package dev.ponder.ui.shell;

import dev.ponder.attachments.Attachment;
import dev.ponder.attachments.Attachment.Kind;
import dev.ponder.chat.AnswerSchema;
import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.Enclosed;
import dev.ponder.chat.ReplyBeginning;
import dev.ponder.chat.ReplyMode;
import dev.ponder.chat.ReplyOutcome;
import dev.ponder.chat.ReplyPart;
import dev.ponder.chat.Said;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.engine.GenerationEvent.StopReason;
import dev.ponder.prompts.SystemPrompts;
import dev.ponder.settings.Appearance;
import dev.ponder.ui.chat.ChatEvent;
import dev.ponder.ui.common.Headless;
import dev.ponder.ui.common.Png;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.MenuButton;
import javafx.stage.Window;

/**
 * A program that draws the composer with what can go with a message, light and dark, to the folder named; for looking at,
 * not a test.
 */
final class WritingPictures {

    private static final double WIDTH = 1100;
    private static final double HEIGHT = 640;
    private static final String SCHEMA = """
            {
              "title": "Trip",
              "type": "object",
              "properties": {
                "city": { "type": "string", "maxLength": 40 },
                "days": { "type": "integer", "minimum": 1, "maximum": 30 }
              },
              "required": ["city", "days"]
            }""";

    private final OpenWindow open;
    private final Path folder;
    private final String theme;

    private WritingPictures(OpenWindow open, Path folder, Appearance appearance) {
        this.open = open;
        this.folder = folder;
        this.theme = appearance.name().toLowerCase(Locale.ROOT);
    }

    /** Argument: a folder. */
    public static void main(String[] arguments) throws Exception {
        for (var appearance : List.of(Appearance.LIGHT, Appearance.DARK)) {
            var data = Files.createTempDirectory("ponder-pictures");
            try (var open = new OpenWindow(data, Clock.systemUTC(), chat -> new ShownTranscript())) {
                Headless.run(() -> open.window.settings().appearanceProperty().set(appearance));
                new WritingPictures(open, Path.of(arguments[0]), appearance).take(data);
            }
        }
        System.exit(0);
    }

    private void take(Path data) throws Exception {
        var prompts = new SystemPrompts(open.store);
        prompts.add("Brief", "Answer in one sentence.");
        prompts.setDefault(prompts.add("Proofreader", "Correct my text and say what you changed."), true);
        long id = talk();
        Headless.run(() -> open.window.chat().open(id));
        Headless.run(() -> open.chat.tell(new ChatEvent.ListChanged()));
        var plan = Files.writeString(data.resolve("plan.md"), "Three days, by train. ".repeat(9));
        var paper = Files.writeString(
                data.resolve("a-very-long-name-of-a-file-with-notes-on-Kyoto.txt"), "temple ".repeat(60));
        Headless.run(() -> open.window.chat().attach(List.of(plan, paper)));
        var schema = AnswerSchema.parse(SCHEMA);
        Headless.run(() -> open.window.chat().answerBy(schema));
        Headless.run(() -> open.window.chat().composer().textProperty().set("How long should the trip be?"));
        draw("composer");
        Headless.run(() -> ((MenuButton) open.find("#add")).show());
        open.settle();
        Headless.run(() -> ((MenuButton) open.find("#add")).getItems().get(1).fire());
        dialog("schema");
        Headless.run(() -> ((MenuButton) open.find("#add")).getItems().get(2).fire());
        dialog("instructions");
        Headless.run(() -> ((MenuButton) open.find("#add")).hide());
        open.chat.tell(new ChatEvent.Progress(id, ChatEvent.Phase.ANSWERING, 0, 0));
        Headless.run(() -> open.window.chat().send());
        Headless.run(() -> open.window.chat().composer().textProperty().set("And then pack my bag, please."));
        Headless.run(() -> open.window.chat().send());
        draw("queue");
    }

    private long talk() throws Exception {
        var settings = ConversationSettings.of(ThinkingChoice.OFF, "demo").withSystemPrompt("Be brief.");
        var made = open.conversations.create(settings);
        var files = List.of(new Attachment("tickets.pdf", Kind.PDF, 81_000, "Kyoto"));
        var said = open.conversations.say(
                made.id(),
                new Said("Which city are these tickets for?", new Enclosed(files, new AnswerSchema(SCHEMA))));
        var reply = open.conversations.reply(said.id(), ReplyBeginning.of("Demo", ReplyMode.of(false)), _ -> {});
        reply.append(ReplyPart.REASONING, "The tickets name the city and both dates.");
        reply.append(ReplyPart.ANSWER, "{\"city\": \"Kyoto\", \"days\": 3}");
        reply.finish(new ReplyOutcome(StopReason.STOP, null, List.of(), null)).join();
        open.conversations.rename(made.id(), "Tickets");
        return made.id();
    }

    private void draw(String name) throws Exception {
        open.settle();
        open.snapshot(folder.resolve("writing-" + name + "-" + theme + ".png"), WIDTH, HEIGHT);
    }

    private void dialog(String name) throws Exception {
        open.settle();
        var shown = Headless.call(() -> Window.getWindows().getLast());
        var image = Headless.call(() -> shown.getScene().snapshot(null));
        Png.write(image, folder.resolve("writing-" + name + "-" + theme + ".png"));
        Headless.run(shown::hide);
    }
}
