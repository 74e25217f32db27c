package dev.ponder.downloads.net;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A Content-Range header, by RFC 9110, section 14.4.
 *
 * @param start first byte of the part
 * @param end behind its last byte
 * @param total length of the whole, where it is told
 */
record ContentRange(long start, long end, OptionalLong total) {

    private static final Pattern PART = Pattern.compile("\\s*bytes\\s+(\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)\\s*");
    private static final Pattern UNSATISFIED = Pattern.compile("\\s*bytes\\s+\\*/(\\d{1,18})\\s*");

    /** Empty where the text is no range or one that ends before it begins. */
    static Optional<ContentRange> parse(String text) {
        var parts = PART.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        var range = new ContentRange(
                Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)) + 1, length(parts.group(3)));
        boolean isSound = range.start < range.end && (range.total.isEmpty() || range.end <= range.total.getAsLong());
        return isSound ? Optional.of(range) : Optional.empty();
    }

    /** The length of the whole in the answer to a question for a part that is not there. */
    static OptionalLong totalOfUnsatisfied(String text) {
        var parts = UNSATISFIED.matcher(text);
        return parts.matches() ? length(parts.group(1)) : OptionalLong.empty();
    }

    private static OptionalLong length(String text) {
        return text.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
    }
}
