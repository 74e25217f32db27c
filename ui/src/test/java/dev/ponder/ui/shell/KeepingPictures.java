package dev.ponder.ui.shell;

import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.ReplyBeginning;
import dev.ponder.chat.ReplyMode;
import dev.ponder.chat.ReplyOutcome;
import dev.ponder.chat.ReplyPart;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.settings.Appearance;
import dev.ponder.ui.common.Headless;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;

/** Draws what is about keeping conversations; a program for people who look at pictures. Argument: the folder to write to. */
final class KeepingPictures {

    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;

    private final OpenWindow open;
    private final Path target;
    private final String suffix;

    private KeepingPictures(OpenWindow open, Path target, String suffix) {
        this.open = open;
        this.target = target;
        this.suffix = suffix;
    }

    public static void main(String[] arguments) throws Exception {
        for (var appearance : new Appearance[] {Appearance.LIGHT, Appearance.DARK}) {
            var folder = Files.createTempDirectory("ponder-pictures");
            try (var open = new OpenWindow(folder, Clock.systemDefaultZone(), _ -> new ShownTranscript())) {
                Headless.run(() -> open.window.settings().appearanceProperty().set(appearance));
                var suffix = "-" + appearance.name().toLowerCase(Locale.ROOT) + ".png";
                new KeepingPictures(open, Path.of(arguments[0]), suffix).take();
            }
        }
        System.exit(0);
    }

    private void take() throws Exception {
        talk(
                "Temples in Kyoto",
                "Which temples in Kyoto are quiet in autumn?",
                "Hōnen-in is quiet, and so is the garden"
                        + " of Shisen-dō. Come before nine: most visitors of Kyoto begin at Kinkaku-ji and arrive later.");
        talk(
                "Budget in SQL",
                "How do I sum expenses by month?",
                "Group by the first day of the month:\n\nSELECT"
                        + " date_trunc('month', paid) AS month, sum(amount) FROM expenses GROUP BY 1 ORDER BY 1;");
        talk("旅行计划", "我想在十一月去京都，三天够吗？", "三天够看主要的寺庙。第一天去东山，第二天去岚山，第三天去伏见稻荷。");
        talk(
                "Night train to Vienna",
                "Is there still a night train from Kyoto to Vienna?",
                "No: Kyoto lies in Japan." + " From Hamburg there is one every evening.");
        open.press(KeyCode.K, KeyCode.CONTROL);
        search("kyoto");
        snapshot("search");
        search("京都");
        snapshot("search-chinese");
        search("marmalade");
        snapshot("search-nothing");
        search("");
        snapshot("search-idle");
    }

    private void talk(String title, String question, String answer) throws Exception {
        long id = open.conversations
                .create(ConversationSettings.of(ThinkingChoice.OFF, "demo"))
                .id();
        var said = open.conversations.say(id, question);
        var reply = open.conversations.reply(said.id(), ReplyBeginning.of("demo", ReplyMode.of(false)), _ -> {});
        reply.append(ReplyPart.ANSWER, answer);
        reply.finish(ReplyOutcome.interrupted()).get();
        open.conversations.rename(id, title);
        Headless.run(open.window::start);
    }

    private void search(String text) {
        Headless.run(() -> ((TextField) open.find("#search-field")).setText(text));
    }

    private void snapshot(String name) throws Exception {
        open.settle();
        open.snapshot(target.resolve(name + suffix), WIDTH, HEIGHT);
    }
}
