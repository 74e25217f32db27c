package dev.ponder.engine.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Drains a log and keeps its end, to explain a crash with. */
final class LastLines {
    private static final int LINES = 40;
    private static final int LINE_CHARACTERS = 400;

    private final Deque<String> lines = new ArrayDeque<>(LINES);

    /** Reads until the stream ends; blocks. */
    void drain(InputStream log) {
        try (var reader = new BufferedReader(new InputStreamReader(log, StandardCharsets.UTF_8))) {
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                add(line);
            }
        } catch (IOException e) {
            add("(the log broke off: " + e.getMessage() + ")");
        }
    }

    private synchronized void add(String line) {
        if (lines.size() == LINES) {
            lines.removeFirst();
        }
        lines.addLast(harmless(line));
    }

    private static String harmless(String line) {
        var cut = line.length() > LINE_CHARACTERS ? line.substring(0, LINE_CHARACTERS) + "…" : line;
        // a log may end up on a terminal
        return cut.replaceAll("\\p{Cntrl}", " ").stripTrailing();
    }

    /** The lines kept, oldest first. */
    synchronized String text() {
        return String.join("\n", lines);
    }
}
