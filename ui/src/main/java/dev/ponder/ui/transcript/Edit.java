package dev.ponder.ui.transcript;

import java.util.List;

/**
 * A change of a list of lines: some are taken out at one place, others put in there.
 *
 * @param from index of the first line concerned
 * @param removed how many are taken out
 * @param added what is put in
 */
record Edit(int from, int removed, List<Line> added) {

    /** Changes nothing. */
    static final Edit NONE = new Edit(0, 0, List.of());

    Edit {
        added = List.copyOf(added);
    }

    /** The smallest single edit that makes one list of the other. */
    static Edit between(List<Line> before, List<Line> after) {
        int common = Math.min(before.size(), after.size());
        int head = 0;
        while (head < common && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < common - head
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        return new Edit(head, before.size() - head - tail, after.subList(head, after.size() - tail));
    }

    boolean isNothing() {
        return removed == 0 && added.isEmpty();
    }

    Edit shifted(int by) {
        return new Edit(from + by, removed, added);
    }
}
