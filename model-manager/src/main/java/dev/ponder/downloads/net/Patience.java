package dev.ponder.downloads.net;

import java.time.Duration;

/**
 * How long a server may take.
 *
 * @param connect until a connection stands
 * @param answer until the head of an answer is there
 * @param silence without a byte in a body
 * @param slowWindow the time over which a body's speed is looked at; only waiting for the server counts
 * @param slowBytes that must come in such a time
 */
public record Patience(Duration connect, Duration answer, Duration silence, Duration slowWindow, long slowBytes) {

    /** For people's networks: 20 s to connect, 60 s to answer, 30 s of silence, 60 KB in a minute. */
    public static final Patience USUAL = new Patience(
            Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(60), 60_000);
}
