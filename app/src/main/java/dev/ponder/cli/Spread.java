package dev.ponder.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/**
 * Repeated measurements in three figures.
 *
 * @param median the middle one; the mean of the middle two where their number is even
 * @param least the smallest
 * @param most the largest
 */
record Spread(double median, double least, double most) {

    /**
     * Sums measurements up.
     *
     * @param measurements at least one
     */
    static Spread of(List<Double> measurements) {
        var sorted = measurements.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.getFirst(), sorted.getLast());
    }

    /** The figures with a number of digits behind the point, for example {@code 31.42 (30.90 to 31.77)}. */
    String inWords(int digits) {
        var number = "%." + digits + "f";
        return String.format(Locale.ROOT, number + " (" + number + " to " + number + ")", median, least, most);
    }

    /** The figures as an object, rounded to four digits behind the point. */
    ObjectNode json() {
        return Json.object()
                .put("median", rounded(median))
                .put("min", rounded(least))
                .put("max", rounded(most));
    }

    /** A figure with at most four digits behind the point. */
    static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
