package dev.ponder.ui.shell;

import dev.ponder.chat.ThinkingChoice;
import dev.ponder.qwen.TemplateKind.Thinking;
import dev.ponder.ui.chat.ComposerViewModel.Mode;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.stage.WindowEvent;

/** What the shortcuts do. */
final class WindowKeys {

    private final PonderWindow window;

    WindowKeys(PonderWindow window) {
        this.window = window;
    }

    void install(Scene scene) {
        // a handler, not a filter: a field, a list or an open menu takes its own keys first
        scene.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> Shortcut.of(event).forEach(shortcut -> {
                    if (run(shortcut, scene)) {
                        event.consume();
                    }
                }));
    }

    private boolean run(Shortcut shortcut, Scene scene) {
        switch (shortcut) {
            case NEW_CHAT -> window.newChat();
            case SEARCH -> window.search();
            case FIND -> window.find();
            case COMPOSER -> window.focusComposer();
            case THINKING -> toggleThinking();
            case ANSWER -> {
                return answerNow();
            }
            case STOP -> {
                return stop();
            }
            case MODELS -> window.header().togglePicker();
            case PANEL -> window.togglePanel();
            case SIDEBAR -> window.toggleSidebar();
            case SETTINGS -> window.toggleSettings();
            case LARGER -> window.settings().changeFont(1);
            case SMALLER -> window.settings().changeFont(-1);
            case USUAL_SIZE -> window.settings().usualFont();
            case SHEET -> window.showShortcuts();
            case QUIT ->
                Event.fireEvent(
                        scene.getWindow(), new WindowEvent(scene.getWindow(), WindowEvent.WINDOW_CLOSE_REQUEST));
        }
        return true;
    }

    private boolean stop() {
        if (window.shell().page() != ShellView.Page.CHAT) {
            window.focusComposer();
            return true;
        }
        boolean replying = window.chat().composer().modeProperty().get() == Mode.STOP;
        if (replying) {
            window.chat().stop();
        }
        return replying;
    }

    private boolean answerNow() {
        boolean thinks = window.chat().composer().thinkingNowProperty().get();
        if (thinks) {
            window.chat().answerNow();
        }
        return thinks;
    }

    private void toggleThinking() {
        var composer = window.chat().composer();
        if (composer.abilityProperty().get() == Thinking.SWITCHABLE) {
            composer.thinkingProperty()
                    .set(
                            switch (composer.choice()) {
                                case ON -> ThinkingChoice.OFF;
                                case OFF -> ThinkingChoice.AUTO;
                                case AUTO -> ThinkingChoice.ON;
                            });
        }
    }
}
