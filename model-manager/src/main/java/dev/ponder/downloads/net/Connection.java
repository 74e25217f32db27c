package dev.ponder.downloads.net;

import java.time.Duration;
import java.time.Instant;

/**
 * A connection that was made.
 *
 * @param when it began
 * @param host with its port where it is not the usual one
 * @param purpose why
 * @param what the file or repository
 * @param bytes of content that came; the heads of questions and answers are not counted
 * @param outcome the status of the answer or what went wrong; "open" while it lasts or if the program was killed
 * @param took from beginning to end
 */
public record Connection(
        Instant when, String host, Purpose purpose, String what, long bytes, String outcome, Duration took) {}
