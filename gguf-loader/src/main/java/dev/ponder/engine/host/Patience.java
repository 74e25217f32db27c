package dev.ponder.engine.host;

import java.time.Duration;

/**
 * How long the supervisor waits for what.
 *
 * @param tick between two looks at the child
 * @param silence of the heartbeat that is a hang
 * @param start for the first message of a child, on top of the silence
 * @param stallNotice after which a native call is reported as slow
 * @param exit for a child that was asked or made to end
 */
record Patience(Duration tick, Duration silence, Duration start, Duration stallNotice, Duration exit) {

    /** What Ponder runs with. */
    static final Patience STANDARD = new Patience(
            Duration.ofMillis(250),
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofSeconds(5),
            Duration.ofSeconds(3));
}
