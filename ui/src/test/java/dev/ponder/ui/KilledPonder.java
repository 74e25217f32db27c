package dev.ponder.ui;

import dev.ponder.Eventually;
import dev.ponder.app.PonderPaths;
import dev.ponder.ui.Word.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One life of a {@link DrivenPonder}: started on a data folder, killed some time after its window could be used. */
final class KilledPonder {

    private final Process process;
    private final List<Word> words = new ArrayList<>();
    private final Thread reader;

    private KilledPonder(Path data, int round) throws IOException {
        var builder = new ProcessBuilder(command(round)).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put(PonderPaths.HOME_VARIABLE, data.toString());
        process = builder.start();
        reader = Thread.ofVirtual().start(this::read);
    }

    private static List<String> command(int round) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw"));
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("ponder."))
                .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
        command.addAll(List.of(
                "-cp", System.getProperty("java.class.path"), DrivenPonder.class.getName(), String.valueOf(round)));
        return command;
    }

    /**
     * Starts the program, lets it work and kills it.
     *
     * @param moment what it must have said
     * @param millis how long it lives on then
     * @return what it said, and when it was killed
     */
    static Testimony live(Path data, int round, Predicate<Word> moment, long millis) throws Exception {
        return new KilledPonder(data, round).live(moment, millis);
    }

    private Testimony live(Predicate<Word> moment, long millis) throws Exception {
        try {
            await(word -> word.kind() == Kind.READY);
            var engine = engine();
            try (var _ = new EngineBrake(engine.pid())) {
                await(moment);
                boolean ended = process.waitFor(millis, TimeUnit.MILLISECONDS);
                if (ended) {
                    throw new AssertionError("it ended by itself");
                }
                long killed = System.currentTimeMillis();
                process.destroyForcibly();
                process.waitFor();
                reader.join();
                return new Testimony(List.copyOf(words), killed);
            } finally {
                // where it never came so far it still lives, and that is what has to be told
                process.destroyForcibly();
                // the brake is off by then: a process that is stopped cannot notice anything
                Eventually.holds("the engine ends with its program", () -> hasEnded(engine));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private ProcessHandle engine() {
        return process.children().findFirst().orElseThrow(() -> new AssertionError("no engine process"));
    }

    /** Nobody may have collected its status yet: its parent was killed, and that of orphans is in no hurry everywhere. */
    private static boolean hasEnded(ProcessHandle process) {
        try {
            var status = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return status.startsWith(" Z", status.lastIndexOf(')') + 1);
        } catch (IOException _) {
            // there is no such process, or there are no such files on this system
            return !process.isAlive();
        }
    }

    private void await(Predicate<Word> moment) throws Exception {
        Eventually.holds("it comes so far", () -> !process.isAlive() || hasSaid(moment));
    }

    private synchronized boolean hasSaid(Predicate<Word> moment) {
        return words.stream().anyMatch(moment);
    }

    private void read() {
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.US_ASCII))) {
            String line = lines.readLine();
            while (line != null) {
                var next = lines.readLine();
                // the last line may be half a line
                if (next != null) {
                    add(Word.of(line));
                }
                line = next;
            }
        } catch (IOException _) {
            // the pipe of a process that was killed
        }
    }

    private synchronized void add(Word word) {
        words.add(word);
    }
}
