package dev.ponder.ui.transcript;

import dev.ponder.ui.common.Headless;
import dev.ponder.ui.common.Theme;
import dev.ponder.ui.markdown.HostileDocuments;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;

/**
 * A program that measures a transcript on this machine: the work of each frame on the JavaFX thread while 100 tokens a
 * second stream into a conversation of 50,000 tokens and into a new one, and the time to open 10,000 messages.
 */
final class TranscriptBenchmark {

    private static final int TOKENS_PER_SECOND = 100;
    private static final int PAIRS = 100;
    private static final int MESSAGES = 10_000;

    /** What takes longer at once is named, in milliseconds. */
    private static final int STALL = 150;

    private static final String[] WORDS =
            "the model reads what you wrote and thinks about it for a while before it answers with care ".split(" ");

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private TranscriptBenchmark() {}

    /** Arguments: seconds to stream, 20 unless given; which part, "stream", "open" or "hostile", all unless given. */
    public static void main(String[] arguments) throws Exception {
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        var part = arguments.length > 1 ? arguments[1] : "";
        Headless.start();
        Headless.run(() -> Application.setUserAgentStylesheet(Theme.sheet(false)));
        if (part.isEmpty() || part.equals("stream")) {
            stream("warm-up", List.of(), seconds / 4, false);
            stream("into a new conversation", List.of(), seconds, false);
            stream("into 50,000 tokens", conversation(PAIRS), seconds, false);
            stream("into 50,000 tokens, an open thought", conversation(PAIRS), seconds, true);
        }
        if (part.isEmpty() || part.equals("open")) {
            for (int run = 1; run <= 5; run++) {
                open(run);
            }
        }
        if (part.isEmpty() || part.equals("hostile")) {
            hostile();
        }
        System.exit(0);
    }

    private static void stream(String what, List<TranscriptItem> before, int seconds, boolean thought)
            throws Exception {
        try (var window = Window.open(1280, 800, 1)) {
            var model = window.model;
            Headless.run(() -> {
                model.show(before);
                model.update(TranscriptMessage.streaming("reply"));
            });
            window.frames(10);
            if (thought) {
                model.appendReasoning("reply", "Well. ");
                window.frames(2);
                Headless.run(() -> model.toggleThought("reply"));
            }
            var frames = Headless.call(() -> new FrameClock(window));
            for (int i = 0; i < seconds * TOKENS_PER_SECOND; i++) {
                append(model, i, thought);
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) / TOKENS_PER_SECOND);
            }
            Headless.run(frames::stop);
            print(what, frames.nanos);
            print("  its processor time", frames.cpu);
        }
    }

    private static void append(TranscriptViewModel model, int index, boolean thought) {
        var token = token(index);
        if (thought) {
            model.appendReasoning("reply", token);
        } else {
            model.appendAnswer("reply", token);
        }
    }

    /** Words, with all that Markdown has now and then. */
    private static String token(int index) {
        return switch (index % 400) {
            case 20 -> ".\n\n## A **title**\n\n";
            case 60, 180 -> ".\n\n";
            case 80 -> ".\n\n1. first with `code`\n   - inner [link](https://example.org)\n2. ";
            case 100 -> "\n3. *third*\n\n> quoted ";
            case 120 -> "\n\n| a | b | c |\n|---|--:|---|\n| one | 2 | **three** |\n| ";
            case 124, 128 -> " | 4 | five |\n| ";
            case 132 -> " | 7 | eight |\n\n";
            case 150 -> " where $x_1^2 + y = \\frac{1}{2}$ is ";
            case 160 -> ":\n\n$$\n\\sum_{i=1}^n i = \\frac{n(n+1)}{2}\n$$\n\n";
            case 240 -> ".\n\n- [x] done\n- [ ] open, ~~not~~ ";
            case 260 -> "\n\n---\n\n";
            case 300 -> "\n\n```java\n";
            case 390 -> "\n```\n\n";
            default -> plain(index);
        };
    }

    private static String plain(int index) {
        if (index % 400 > 300 && index % 400 < 390) {
            return index % 10 == 0 ? "; // it\n" : (index % 3 == 0 ? "int " : "x = \"a\" ");
        }
        return WORDS[index % WORDS.length] + " ";
    }

    private static List<TranscriptItem> conversation(int pairs) {
        var items = new ArrayList<TranscriptItem>();
        for (int i = 0; i < pairs; i++) {
            items.add(TranscriptMessage.user("u" + i, text(0, 60)));
            items.add(TranscriptMessage.assistant("a" + i, Thought.done(text(0, 40), 1_000, 40), text(0, 400)));
        }
        return items;
    }

    private static String text(int from, int to) {
        var text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(token(i));
        }
        return text.toString();
    }

    private static void open(int run) throws Exception {
        var items = conversation(MESSAGES / 2);
        try (var window = Window.open(1280, 800, 1)) {
            window.frames(5);
            var laidOut = new CountDownLatch(1);
            var nanos = new long[2];
            long begun = System.nanoTime();
            Headless.run(() -> {
                long start = System.nanoTime();
                window.model.show(items);
                nanos[0] = System.nanoTime() - start;
                window.stage.getScene().addPostLayoutPulseListener(() -> {
                    if (laidOut.getCount() > 0) {
                        nanos[1] = System.nanoTime() - start;
                        laidOut.countDown();
                    }
                });
                Platform.requestNextPulse();
            });
            laidOut.await();
            int lines = Headless.call(() -> window.model.document().size());
            System.out.printf(
                    Locale.ROOT,
                    "open %,d messages (%,d lines), run %d: %.0f ms, of which model %.0f ms%n",
                    MESSAGES,
                    lines,
                    run,
                    nanos[1] / 1e6,
                    nanos[0] / 1e6);
            Headless.await(() -> window.model.document().entries().stream()
                    .noneMatch(entry -> entry instanceof MessageEntry message && message.isDraft()));
            int whole = Headless.call(() -> window.model.document().size());
            System.out.printf(
                    Locale.ROOT,
                    "  read in whole, %,d lines, after %.0f ms%n",
                    whole,
                    (System.nanoTime() - begun) / 1e6);
        }
    }

    /**
     * The longest that the JavaFX thread is busy at once while each of the hostile documents is shown, one after another in
     * the same window: two hundred windows would leave garbage whose collection is no work of a document.
     */
    private static void hostile() throws Exception {
        var longest = new ArrayList<Long>();
        var untilRead = new ArrayList<Long>();
        try (var window = Window.open(1280, 800, 1)) {
            for (var document : HostileDocuments.all()) {
                Headless.run(() -> window.model.show(List.of()));
                window.frames(2);
                longest.add(longestWork(window, document, untilRead));
            }
        }
        print("200 hostile documents, the longest work at once of each", longest);
        print("  until all of it was read on another thread", untilRead);
    }

    private static long longestWork(Window window, String document, List<Long> untilRead) throws Exception {
        long begun = System.nanoTime();
        var frames = Headless.call(() -> new FrameClock(window));
        long shown = Headless.call(() -> {
            long start = System.nanoTime();
            window.model.show(List.of(TranscriptMessage.assistant("a", Thought.NONE, document)));
            return System.nanoTime() - start;
        });
        Headless.await(
                () -> window.model.document().entries().getFirst() instanceof MessageEntry entry && !entry.isDraft());
        untilRead.add(System.nanoTime() - begun);
        window.settle();
        Headless.run(frames::stop);
        long most =
                Math.max(shown, frames.nanos.stream().mapToLong(n -> n).max().orElse(0));
        if (most > TimeUnit.MILLISECONDS.toNanos(STALL)) {
            System.out.printf(
                    Locale.ROOT,
                    "  %.0f ms: %,d characters, %s%n",
                    most / 1e6,
                    document.length(),
                    document.substring(0, Math.min(30, document.length())).replaceAll("\\p{Cntrl}", " "));
        }
        return most;
    }

    private static void print(String what, List<Long> nanos) {
        var millis = nanos.stream().mapToDouble(n -> n / 1e6).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%s: %d frames, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                what,
                millis.length,
                millis[millis.length / 2],
                millis[(int) (millis.length * 0.99)],
                Arrays.stream(millis).max().orElse(0));
    }

    /** Measures each pulse on the JavaFX thread, from its first timer to the end of layout. */
    private static final class FrameClock extends AnimationTimer {
        final List<Long> nanos = new ArrayList<>();
        final List<Long> cpu = new ArrayList<>();
        private long start;
        private long cpuStart;
        private boolean stopped;

        FrameClock(Window window) {
            start();
            window.stage.getScene().addPostLayoutPulseListener(() -> {
                if (!stopped && start != 0) {
                    nanos.add(System.nanoTime() - start);
                    cpu.add(CPU.getCurrentThreadCpuTime() - cpuStart);
                }
            });
        }

        @Override
        public void handle(long now) {
            start = System.nanoTime();
            cpuStart = CPU.getCurrentThreadCpuTime();
        }

        @Override
        public void stop() {
            stopped = true;
            super.stop();
        }
    }
}
