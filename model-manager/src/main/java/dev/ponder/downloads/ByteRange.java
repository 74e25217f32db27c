package dev.ponder.downloads;

/**
 * Part of a file.
 *
 * @param start its first byte
 * @param end behind its last byte
 */
public record ByteRange(long start, long end) {

    public ByteRange {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("no range: " + start + " to " + end);
        }
    }

    /** Its length in bytes. */
    public long length() {
        return end - start;
    }

    /** The value of a Range header, by RFC 9110, section 14.2; the last byte is included there. */
    public String header() {
        return "bytes=" + start + "-" + (end - 1);
    }
}
