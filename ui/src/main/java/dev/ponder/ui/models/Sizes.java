package dev.ponder.ui.models;

import dev.ponder.resources.Texts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Amounts as people say them: files in decimal units as hubs list them, memory in binary ones as computers are sold. */
final class Sizes {

    private static final String EXTENSION = ".gguf";
    private static final double KILO = 1e3;
    private static final double MEGA = 1e6;
    private static final double GIGA = 1e9;
    private static final double GIBI = 1L << 30;
    private static final int KIBI = 1024;
    private static final double TENS = 10;
    private static final double HUNDREDS = 100;

    private Sizes() {}

    /** Bytes of a file. */
    static String bytes(long bytes) {
        if (bytes >= HUNDREDS * GIGA) {
            return Texts.of("size.bytes.hundreds", bytes / GIGA);
        }
        if (bytes >= GIGA) {
            return Texts.of("size.bytes.giga", bytes / GIGA);
        }
        if (bytes >= MEGA) {
            return Texts.of("size.bytes.mega", bytes / MEGA);
        }
        return bytes >= KILO ? Texts.of("size.bytes.kilo", bytes / KILO) : Texts.of("size.bytes.plain", bytes);
    }

    /** Bytes of memory. */
    static String memory(long bytes) {
        double gigabytes = bytes / GIBI;
        return gigabytes >= TENS ? Texts.of("size.memory.whole", gigabytes) : Texts.of("size.memory.fine", gigabytes);
    }

    /** The name by which the library knows a file. */
    static String nameOf(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.toLowerCase(Locale.ROOT).endsWith(EXTENSION)
                ? name.substring(0, name.length() - EXTENSION.length())
                : name;
    }

    /** Tokens, in thousands where they are that many. */
    static String tokens(int tokens) {
        return tokens >= KIBI && tokens % KIBI == 0
                ? Texts.of("size.tokens.kilo", tokens / KIBI)
                : Texts.of("size.tokens.plain", tokens);
    }

    /** Numbers of weights. */
    static String parameters(long parameters) {
        if (parameters >= GIGA) {
            double billions = parameters / GIGA;
            return billions >= TENS
                    ? Texts.of("size.weights.billions", billions)
                    : Texts.of("size.weights.fine", billions);
        }
        return Texts.of("size.weights.millions", parameters / MEGA);
    }

    /** Time that is left. */
    static String time(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        if (seconds < 60) {
            return Texts.of("size.time.seconds", seconds);
        }
        long minutes = (seconds + 30) / 60;
        return minutes < 60
                ? Texts.of("size.time.minutes", minutes)
                : Texts.of("size.time.hours", minutes / 60, minutes % 60);
    }
}
