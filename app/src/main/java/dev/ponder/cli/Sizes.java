package dev.ponder.cli;

import java.util.Locale;

/** Numbers of bytes for people: decimal units for files, as shops and disks count; binary ones for memory. */
final class Sizes {

    private static final double MEGABYTE = 1e6;
    private static final double GIGABYTE = 1e9;
    private static final double MEBIBYTE = 1 << 20;
    private static final double GIBIBYTE = 1 << 30;

    private Sizes() {}

    /** For example {@code 2.50 GB} or {@code 397 MB}. */
    static String file(long bytes) {
        return bytes < GIGABYTE ? format("%.0f MB", bytes / MEGABYTE) : format("%.2f GB", bytes / GIGABYTE);
    }

    /** For example {@code 1.13 GiB} or {@code 88 MiB}. */
    static String memory(long bytes) {
        return Math.abs(bytes) < GIBIBYTE ? format("%.0f MiB", bytes / MEBIBYTE) : format("%.2f GiB", bytes / GIBIBYTE);
    }

    /** For example {@code 1152.00 MiB}. */
    static String exact(long bytes) {
        return format("%.2f MiB", bytes / MEBIBYTE);
    }

    private static String format(String pattern, double number) {
        return String.format(Locale.ROOT, pattern, number);
    }
}
