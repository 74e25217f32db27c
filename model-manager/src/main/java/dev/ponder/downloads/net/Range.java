package dev.ponder.downloads.net;

/**
 * Part of a file.
 *
 * @param start its first byte
 * @param end behind its last byte
 */
public record Range(long start, long end) {

    public Range {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no range: " + start + " to " + end);
        }
    }

    /** Its length in bytes. */
    public long length() {
        return end - start;
    }

    /** The value of a Range header, by RFC 9110, section 14.2; the last byte is included there. */
    String header() {
        return "bytes=" + start + "-" + (end - 1);
    }
}
