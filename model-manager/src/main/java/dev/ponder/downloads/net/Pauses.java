package dev.ponder.downloads.net;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long a server asks to wait: {@code Retry-After} by RFC 9110, section 10.2.3, in seconds or as a date, and Hugging
 * Face's {@code RateLimit: "resolvers";r=0;t=42}, where t is the seconds until the next window.
 */
final class Pauses {

    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern LEFT = Pattern.compile(";\\s*r=(\\d{1,9})");
    private static final Pattern RESET = Pattern.compile(";\\s*t=(\\d{1,9})");

    private Pauses() {}

    /** The longer of what both headers ask for; zero where neither is there. */
    static Duration asked(Reply reply, Instant now) {
        var after = reply.header("retry-after")
                .flatMap(text -> retryAfter(text, now))
                .orElse(Duration.ZERO);
        var limit = reply.header("ratelimit").flatMap(Pauses::rateLimit).orElse(Duration.ZERO);
        return after.compareTo(limit) >= 0 ? after : limit;
    }

    static Optional<Duration> retryAfter(String text, Instant now) {
        if (SECONDS.matcher(text.strip()).matches()) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())));
        }
        try {
            var date = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return date.isAfter(now) ? Optional.of(Duration.between(now, date)) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** A second more than until the next window, since both clocks tick in seconds. */
    static Optional<Duration> rateLimit(String text) {
        var left = LEFT.matcher(text);
        var reset = RESET.matcher(text);
        return reset.find() && (!left.find() || left.group(1).matches("0+"))
                ? Optional.of(Duration.ofSeconds(Long.parseLong(reset.group(1)) + 1))
                : Optional.empty();
    }
}
