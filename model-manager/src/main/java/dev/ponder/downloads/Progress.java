package dev.ponder.downloads;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a download is.
 *
 * @param phase what it is doing
 * @param bytes that are on the disk; falls where some turned out to be lost or wrong
 * @param size of the file, once known
 * @param bytesPerSecond over the last seconds; 0 where nothing comes
 * @param left until all bytes have come at this speed; empty where that cannot be said
 */
public record Progress(Phase phase, long bytes, OptionalLong size, long bytesPerSecond, Optional<Duration> left) {}
