package dev.ponder.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.ponder.chat.ConversationSettings;
import dev.ponder.chat.ReplyBeginning;
import dev.ponder.chat.ReplyMode;
import dev.ponder.chat.ReplyOutcome;
import dev.ponder.chat.ReplyPart;
import dev.ponder.chat.ThinkingChoice;
import dev.ponder.qwen.TemplateKind;
import dev.ponder.ui.chat.ChatEvent;
import dev.ponder.ui.chat.FakeModels;
import dev.ponder.ui.chat.ModelState;
import dev.ponder.ui.common.Announcer;
import dev.ponder.ui.common.Headless;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody finds who cannot see the window, or has no mouse. */
class AccessibilityTest {

    @TempDir
    private Path folder;

    private OpenWindow open;
    private long talk;

    @BeforeEach
    void openTheWindow() throws Exception {
        open = new OpenWindow(folder, Clock.systemUTC(), _ -> new ShownTranscript());
        talk = talk();
        Headless.run(open.window::start);
    }

    @AfterEach
    void closeTheWindow() throws Exception {
        open.close();
    }

    @Test
    void everythingThatTakesTheKeyboardHasANameAndARole() {
        check("empty");
        Headless.run(() -> open.window.chat().open(talk));
        open.settle();
        check("conversation");
        Headless.run(open.window::togglePanel);
        open.models.tell(new ModelState.Ready(FakeModels.facts("q", "Qwen3-4B", TemplateKind.HYBRID_V2)));
        check("panel");
        open.models.tell(new ModelState.Failed("q", "Qwen3-4B", new IOException("x")));
        open.chat.tell(new ChatEvent.ContextFull(talk, true));
        check("banners");
        open.models.tell(new ModelState.Loading("Qwen3-4B", 0.4));
        check("loading");
        open.press(KeyCode.M, KeyCode.CONTROL);
        check("picker");
        open.press(KeyCode.ESCAPE);
        Headless.run(open.window::toggleSettings);
        check("settings");
        for (var dialog : List.of("#delete-everything")) {
            Headless.run(() -> ((Button) open.find(dialog)).fire());
            open.settle();
            checkDialog();
        }
        Headless.run(() -> open.window.showError(new IllegalStateException()));
        open.settle();
        checkDialog();
    }

    @Test
    void aTabLeadsThroughTheWindowFromLeftToRightAndFromTopToBottom() {
        Headless.run(() -> {
            open.window.chat().open(talk);
            open.window.togglePanel();
        });
        open.settle();
        Headless.run(() -> open.find("#new-chat").requestFocus());
        var stops = new ArrayList<String>();
        for (int i = 0; i < 14; i++) {
            stops.add(String.valueOf(open.focusedName()));
            open.press(KeyCode.TAB);
        }
        assertEquals(
                List.of(
                        "new-chat",
                        "open-search",
                        "conversations",
                        "open-models",
                        "open-settings",
                        "model",
                        "open-panel",
                        "Conversation",
                        "Copy",
                        "Continue",
                        "Try again",
                        "composer-text",
                        "add",
                        "Thinking: On"),
                stops);
    }

    @Test
    void announcesEachBannerAndToastOnce() throws Exception {
        var said = new ArrayList<String>();
        Headless.run(() -> announcer().textProperty().subscribe((_, now) -> said.add(now)));
        open.models.tell(new ModelState.Failed("q", "Qwen3-4B", new IOException("x")));
        Headless.run(() -> open.find("#conversations").requestFocus());
        open.press(KeyCode.DOWN);
        open.press(KeyCode.DELETE);
        var beginnings = List.of("Qwen3-4B could not be loaded.", "This conversation was held", "Deleted “Hello”");
        assertEquals(beginnings.size(), said.size(), said.toString());
        for (int i = 0; i < beginnings.size(); i++) {
            assertTrue(said.get(i).startsWith(beginnings.get(i)), said.toString());
        }
    }

    private Announcer announcer() {
        return (Announcer) all(open.scene().getRoot()).stream()
                .filter(Announcer.class::isInstance)
                .findFirst()
                .orElseThrow();
    }

    private void check(String state) {
        open.settle();
        Headless.run(() -> check(state, open.scene().getRoot()));
    }

    private static void checkDialog() {
        var dialog = Headless.call(() -> Window.getWindows().getLast());
        Headless.run(() -> check("dialog", dialog.getScene().getRoot()));
        Headless.run(dialog::hide);
    }

    private static void check(String state, Parent root) {
        int found = 0;
        for (var node : all(root)) {
            if (node.isFocusTraversable() && isShown(node)) {
                found++;
                var name = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                var given = node.getAccessibleText();
                boolean named = (given != null && !given.isBlank())
                        || (!isText(node) && name instanceof String text && !text.isBlank());
                assertTrue(named, state + ": " + node + " has no name");
                assertTrue(
                        node.getAccessibleRole() != AccessibleRole.NODE
                                && node.getAccessibleRole() != AccessibleRole.PARENT,
                        state + ": " + node + " has no role");
            }
        }
        assertTrue(found > 1, state + " has only " + found);
    }

    /** What is typed is no name of the field. */
    private static boolean isText(Node node) {
        return node.getAccessibleRole() == AccessibleRole.TEXT_FIELD
                || node.getAccessibleRole() == AccessibleRole.TEXT_AREA;
    }

    private static boolean isShown(Node node) {
        for (var at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static List<Node> all(Parent root) {
        var nodes = new ArrayList<Node>();
        nodes.add(root);
        for (var child : root.getChildrenUnmodifiable()) {
            if (child instanceof Parent parent) {
                nodes.addAll(all(parent));
            } else {
                nodes.add(child);
            }
        }
        return nodes;
    }

    private long talk() throws Exception {
        var made = open.conversations.create(ConversationSettings.of(ThinkingChoice.ON, "demo"));
        var said = open.conversations.say(made.id(), "Hello");
        var reply = open.conversations.reply(said.id(), ReplyBeginning.of("Demo", ReplyMode.of(true)), _ -> {});
        reply.append(ReplyPart.ANSWER, "Hello.");
        reply.finish(ReplyOutcome.interrupted()).get();
        return made.id();
    }
}
