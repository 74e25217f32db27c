package dev.ponder.ui;

import dev.ponder.chat.ThinkingChoice;
import dev.ponder.ui.chat.ChatViewModel;
import dev.ponder.ui.chat.ModelState;
import dev.ponder.ui.shell.PonderWindow;
import dev.ponder.ui.transcript.TranscriptMessage;
import dev.ponder.ui.transcript.TranscriptViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The program that a package's cache of Java's start is made with: the real window, in which the demo model is asked twice
 * and then a long answer streams in, so that Java keeps what it learns of the code that does it. The window a user opens is
 * then quick from its first answer on, and not only after half a minute of them. It ends by itself.
 */
public final class Rehearsal extends PonderApplication {

    /** As many as a quick model writes. */
    private static final int TOKENS_PER_SECOND = 100;

    /** So long that the second compiler has seen the work of a frame. */
    private static final long STREAMED_NANOS = TimeUnit.SECONDS.toNanos(40);

    /** A question is answered within this, or the package is not made. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private static final String QUESTION = "What is 345 + 678?";
    /** What is opened and left again: the panel, the settings, the search, the bar that finds, the list. */
    private static final List<KeyCodeCombination> KEYS = List.of(
            control(KeyCode.M, KeyCombination.SHIFT_DOWN),
            control(KeyCode.M, KeyCombination.SHIFT_DOWN),
            control(KeyCode.COMMA),
            control(KeyCode.COMMA),
            control(KeyCode.K),
            new KeyCodeCombination(KeyCode.ESCAPE),
            control(KeyCode.F),
            new KeyCodeCombination(KeyCode.ESCAPE),
            control(KeyCode.B),
            control(KeyCode.B),
            control(KeyCode.Q));

    // the toolkit makes the instance and has no place for it
    private static List<String> tokens = List.of();

    /** The toolkit makes it. */
    public Rehearsal() {}

    /** The entry point. Argument: a file of Markdown, which the long answer consists of, as often as it takes. */
    public static void main(String[] arguments) throws IOException {
        tokens = List.of(Files.readString(Path.of(arguments[0])).split("(?<=\\s)"));
        Main.open(Rehearsal.class);
    }

    @Override
    void shown(PonderWindow window, TranscriptViewModel transcript) {
        var chat = window.chat();
        ask(chat, ThinkingChoice.ON, () -> ask(chat, ThinkingChoice.OFF, () -> stream(window.scene(), transcript)));
    }

    /** Asks as soon as that is possible, and goes on after the reply. */
    private static void ask(ChatViewModel chat, ThinkingChoice thinking, Runnable then) {
        new Step() {
            private boolean asked;

            @Override
            boolean isOver(long nanos) {
                if (chat.modelProperty().get() instanceof ModelState.Failed failed) {
                    fail(failed.failure().getMessage());
                } else if (nanos > PATIENCE_NANOS) {
                    fail("the demo model did not answer");
                }
                if (!asked) {
                    chat.composer().thinkingProperty().set(thinking);
                    chat.composer().textProperty().set(QUESTION);
                    asked = chat.composer().canSend();
                    if (asked) {
                        chat.send();
                    }
                    return false;
                }
                return !chat.replyingProperty().get();
            }
        }.before(then);
    }

    private static void fail(@Nullable String why) {
        System.err.println("The window's cache could not be made: " + why);
        System.exit(1);
    }

    private static void stream(Scene scene, TranscriptViewModel transcript) {
        transcript.update(TranscriptMessage.streaming("rehearsal"));
        new Step() {
            private int written;

            @Override
            boolean isOver(long nanos) {
                for (; written < nanos * TOKENS_PER_SECOND / TimeUnit.SECONDS.toNanos(1); written++) {
                    transcript.appendAnswer("rehearsal", tokens.get(written % tokens.size()));
                }
                return nanos > STREAMED_NANOS;
            }
        }.before(() -> lookAround(scene));
    }

    private static void lookAround(Scene scene) {
        new Step() {
            private int pressed;

            @Override
            boolean isOver(long nanos) {
                // each stays for a while, as it does for a user
                if (nanos > pressed * TimeUnit.SECONDS.toNanos(1)) {
                    press(KEYS.get(pressed++), scene);
                }
                return pressed == KEYS.size();
            }
        }.before(() -> {});
    }

    private static void press(KeyCodeCombination key, Scene scene) {
        Event.fireEvent(
                Objects.requireNonNullElse(scene.getFocusOwner(), scene.getRoot()),
                new KeyEvent(
                        KeyEvent.KEY_PRESSED,
                        KeyEvent.CHAR_UNDEFINED,
                        "",
                        key.getCode(),
                        key.getShift() == KeyCombination.ModifierValue.DOWN,
                        key.getControl() == KeyCombination.ModifierValue.DOWN,
                        false,
                        false));
    }

    private static KeyCodeCombination control(KeyCode code, KeyCombination.Modifier... more) {
        return new KeyCodeCombination(
                code,
                Stream.concat(Stream.of(KeyCombination.CONTROL_DOWN), Stream.of(more))
                        .toArray(KeyCombination.Modifier[]::new));
    }

    /** Something that takes some frames. */
    private abstract static class Step extends AnimationTimer {
        private @Nullable Runnable next;
        private long begun;

        /** Does a bit, and says whether that was the last. */
        abstract boolean isOver(long nanos);

        void before(Runnable then) {
            next = then;
            start();
        }

        @Override
        public final void handle(long now) {
            begun = begun == 0 ? now : begun;
            Platform.requestNextPulse();
            if (isOver(now - begun) && next != null) {
                stop();
                next.run();
            }
        }
    }
}
