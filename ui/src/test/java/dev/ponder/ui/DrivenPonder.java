package dev.ponder.ui;

import dev.ponder.ui.Word.Kind;
import dev.ponder.ui.common.Headless;
import dev.ponder.ui.common.Keyboard;
import dev.ponder.ui.transcript.ShownTurn;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

/**
 * The real program, worked by real keys until somebody kills it: it types, asks, stops replies and goes on with one that
 * was cut off. It says on its standard output what it did and what it showed, a {@link Word} a line.
 */
final class DrivenPonder {

    private static final int TICK_MILLIS = 10;
    private static final int TURNS_OF_A_CHAT = 3;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.US_ASCII);
    private final int round;
    private final Random random;
    private final Scene scene = awaitScene();
    private final WindowParts parts = new WindowParts(scene);
    private final Keyboard keyboard = new Keyboard();
    private ShownTurn shown = ShownTurn.NOTHING;
    private int asked;
    private volatile String status = "";

    private DrivenPonder(int round) {
        this.round = round;
        random = new Random(round);
    }

    /** Argument: a number that no other run on the same data had; questions are told apart by it. */
    public static void main(String[] arguments) {
        int round = Integer.parseInt(arguments[0]);
        Thread.ofPlatform().daemon().start(() -> drive(round));
        Main.main(new String[0]);
    }

    private static void drive(int round) {
        try {
            new DrivenPonder(round).work();
        } catch (RuntimeException | Error broken) {
            broken.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    /** The scene of the program's window; until there is one, the toolkit says so by exceptions. */
    private static Scene awaitScene() {
        while (true) {
            try {
                return Headless.call(() ->
                        Objects.requireNonNull(Window.getWindows().getFirst().getScene()));
            } catch (IllegalStateException | AssertionError _) {
                pause(TICK_MILLIS);
            }
        }
    }

    private void work() {
        Thread.ofPlatform().daemon().start(this::tick);
        Headless.run(() -> scene.addPostLayoutPulseListener(this::onPulse));
        Headless.await(parts::isReady);
        say(Kind.READY, "", "");
        goOn();
        for (int turn = 0; ; turn++) {
            if (turn > 0 && random.nextInt(TURNS_OF_A_CHAT) == 0) {
                keyboard.press(KeyCode.N, KeyCode.CONTROL);
                Headless.await(() -> ShownTurn.last(scene).equals(ShownTurn.NOTHING));
            }
            if (random.nextInt(3) == 0) {
                keyboard.press(KeyCode.T, KeyCode.CONTROL);
            }
            write(question());
            say(Kind.ENTER, read(() -> parts.text().getText()), "");
            keyboard.press(KeyCode.ENTER);
            awaitReply();
        }
    }

    /** Opens the newest conversation, and continues its reply if that was cut off. */
    private void goOn() {
        if (read(() -> parts.list().getItems().isEmpty())) {
            return;
        }
        Headless.run(() -> parts.list().requestFocus());
        keyboard.press(KeyCode.DOWN);
        Headless.await(() -> !ShownTurn.last(scene).equals(ShownTurn.NOTHING));
        var found = read(() -> ShownTurn.last(scene));
        say(found.isCut() ? Kind.FOUND_CUT : Kind.FOUND_WHOLE, found.question(), found.reply());
        if (found.isCut()) {
            Headless.await(() -> parts.continueButton().isPresent());
            Headless.run(() -> parts.continueButton().orElseThrow().fire());
        }
        Headless.run(() -> parts.text().requestFocus());
        if (found.isCut()) {
            awaitReply();
        }
    }

    private String question() {
        asked++;
        return switch (random.nextInt(3)) {
            case 0 -> "What is " + (1000 + round) + " + " + (1000 + asked) + "?";
            case 1 -> "Think hard about: is " + (1001 + 2 * (round * 20 + asked)) + " prime?";
            default -> "Repeat exactly: " + round + " " + asked + words(12);
        };
    }

    private String words(int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(' ');
            for (int letters = 2 + random.nextInt(4); letters > 0; letters--) {
                text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    /** Types a text in the place of what the composer holds. */
    private void write(String words) {
        if (!read(() -> parts.text().getText()).isEmpty()) {
            keyboard.press(KeyCode.A, KeyCode.CONTROL);
        }
        for (int i = 0; i < words.length(); i++) {
            // said first: what is kept was certainly said
            say(Kind.TYPED, words.substring(0, i + 1), "");
            keyboard.type(words.charAt(i));
            pause(random.nextInt(20));
        }
    }

    private void awaitReply() {
        if (random.nextInt(3) == 0) {
            write("draft " + round + " " + asked + words(random.nextInt(8)));
        } else if (random.nextInt(5) == 0) {
            pause(random.nextInt(1_000));
            keyboard.press(KeyCode.ESCAPE);
        }
        while (read(parts::isReplying)) {
            pause(TICK_MILLIS);
        }
        var end = read(() -> ShownTurn.last(scene));
        say(Kind.DONE, end.question(), end.reply());
    }

    private void onPulse() {
        status = parts.isReplying() ? parts.hint() : "";
        var now = ShownTurn.last(scene);
        if (!now.equals(shown)) {
            shown = now;
            say(Kind.SHOWN, now.question(), now.reply());
        }
    }

    private void tick() {
        while (true) {
            say(Kind.TICK, status, "");
            pause(TICK_MILLIS);
        }
    }

    private void say(Kind kind, String text, String reply) {
        out.println(Word.now(kind, text, reply).line());
    }

    private static <T> T read(Callable<T> work) {
        return Headless.call(work);
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
