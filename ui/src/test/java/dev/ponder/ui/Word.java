package dev.ponder.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * One thing that a driven program says of itself.
 *
 * @param millis when, by the computer's clock
 * @param kind what
 * @param text what is in the composer, or what the user said
 * @param reply what the transcript shows of a reply, without white space; empty where it is about none
 */
record Word(long millis, Kind kind, String text, String reply) {

    enum Kind {
        /** It was given processor time; the text is what the model does now, as the window says. */
        TICK,
        /** The window can be used. */
        READY,
        /** Where it went on after a start: the last turn, whole. */
        FOUND_WHOLE,
        /** Where it went on after a start: the last turn, cut off, with a button to continue. */
        FOUND_CUT,
        /** A key is about to be pressed; the text is what the composer holds then. */
        TYPED,
        /** Enter is about to be pressed. */
        ENTER,
        /** The transcript shows this at its end. */
        SHOWN,
        /** The reply has ended. */
        DONE
    }

    static Word now(Kind kind, String text, String reply) {
        return new Word(System.currentTimeMillis(), kind, text, reply);
    }

    String line() {
        return millis + " " + kind + " " + coded(text) + " " + coded(reply);
    }

    /** Reads a line; what was cut off by a kill is refused. */
    static Word of(String line) {
        var parts = line.split(" ");
        return new Word(Long.parseLong(parts[0]), Kind.valueOf(parts[1]), plain(parts[2]), plain(parts[3]));
    }

    private static String coded(String text) {
        return "." + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String plain(String code) {
        return new String(Base64.getDecoder().decode(code.substring(1)), StandardCharsets.UTF_8);
    }
}
