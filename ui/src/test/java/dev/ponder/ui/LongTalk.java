package dev.ponder.ui;

import dev.ponder.app.PonderPaths;
import dev.ponder.ui.common.Headless;
import dev.ponder.ui.common.Keyboard;
import dev.ponder.ui.transcript.ShownTurn;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;

/**
 * A program that measures memory on Linux: the real program, asked many questions, ten in a conversation. It
 * prints the memory of the program and of its engine's process with the demo model and as the turns go by.
 */
final class LongTalk {

    private static final int TURNS_OF_A_CHAT = 10;
    private static final long MEGABYTE = 1024;

    private final int turns;
    private final Scene scene = awaitScene();
    private final WindowParts parts = new WindowParts(scene);
    private final Keyboard keyboard = new Keyboard();

    private LongTalk(int turns) {
        this.turns = turns;
    }

    /** Argument: turns, 1,000 unless given. The data folder is the one that the environment names, and should be empty. */
    public static void main(String[] arguments) throws IOException {
        int turns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        Welcomed.in(PonderPaths.ofThisUser().data());
        Thread.ofPlatform().daemon().start(() -> talk(turns));
        Main.main(new String[0]);
    }

    private static void talk(int turns) {
        try {
            new LongTalk(turns).talk();
            System.exit(0);
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static Scene awaitScene() {
        while (true) {
            try {
                return Headless.call(() ->
                        Objects.requireNonNull(Window.getWindows().getFirst().getScene()));
            } catch (IllegalStateException | AssertionError _) {
                pause(100);
            }
        }
    }

    private void talk() throws IOException {
        Headless.await(parts::isReady);
        pause(3_000);
        print("with the demo model");
        for (int turn = 1; turn <= turns; turn++) {
            if (turn % TURNS_OF_A_CHAT == 0) {
                keyboard.press(KeyCode.N, KeyCode.CONTROL);
                Headless.await(() -> ShownTurn.last(scene).equals(ShownTurn.NOTHING));
            }
            ask(turn);
            if (turn % 100 == 0) {
                print("after " + turn + " turns");
            }
        }
        pause(60_000);
        print("a minute later");
    }

    private void ask(int turn) {
        var question =
                switch (turn % 4) {
                    case 0 -> "Count from 1 to " + (20 + turn % 40) + ".";
                    case 1 -> "What is " + (1000 + turn) + " + " + (2000 + turn * 3) + "?";
                    case 2 -> "Spell the word pond" + (char) ('a' + turn % 26) + "r backwards.";
                    default -> "What is the capital of Peru?";
                };
        // by keys, a thousand questions take longer to be typed than to be answered
        Headless.run(() -> parts.text().setText(question));
        keyboard.press(KeyCode.ENTER);
        Headless.await(() -> !parts.isReplying());
    }

    private static void print(String when) throws IOException {
        var engine = ProcessHandle.current().children().findFirst().orElseThrow();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        System.out.printf(
                Locale.ROOT,
                "%s: window %s (heap %d of %d MB), engine %s%n",
                when,
                memory(ProcessHandle.current()),
                heap.getUsed() >> 20,
                heap.getCommitted() >> 20,
                memory(engine));
    }

    private static String memory(ProcessHandle process) throws IOException {
        return megabytes(process, "Rss") + " MB resident, " + megabytes(process, "Pss") + " MB its share";
    }

    private static long megabytes(ProcessHandle process, String what) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith(what + ":"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                            .sum()
                    / MEGABYTE;
        }
    }

    private static void pause(int millis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
