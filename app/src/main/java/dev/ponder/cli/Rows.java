package dev.ponder.cli;

import java.util.ArrayList;
import java.util.List;

/** Names and values for a person, the values of each section in one column. */
final class Rows {

    private final StringBuilder finished = new StringBuilder();
    private final List<Row> section = new ArrayList<>();

    private record Row(String name, String value) {}

    /** A name with its value; values with several lines continue in their column. */
    void add(String name, String value) {
        section.add(new Row(name, value));
    }

    /** A line of its own above the rows that follow, after a blank line. */
    void heading(String text) {
        finishSection();
        finished.append('\n').append(text).append('\n');
    }

    @Override
    public String toString() {
        finishSection();
        return finished.toString();
    }

    private void finishSection() {
        int width =
                2 + section.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        var indent = "\n" + " ".repeat(width);
        for (var row : section) {
            finished.append(row.name())
                    .append(" ".repeat(width - row.name().length()))
                    .append(row.value().replace("\n", indent))
                    .append('\n');
        }
        section.clear();
    }
}
